"""Small products of matrices on one thread.

The nets multiply a few dozen rows at a time. Shared out over threads, such a product is
done no sooner, and the threads wait for the next one at full load: reading took twice
the processor's time on two cores. Sums are the same on every machine as well.
"""

from threadpoolctl import threadpool_limits


def work_on_one_thread() -> None:
    """From here on NumPy's matrix library keeps to one thread, in this process."""
    threadpool_limits(limits=1, user_api="blas")
