"""cli."""
def main():
    pass
