"""What Streamlit runs for ``geoevents serve``; app.py is the same for its users."""

from geoevents.dashboard.main import main

main()
