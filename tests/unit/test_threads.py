"""The small products of matrices keep to one thread."""

from threadpoolctl import threadpool_info, threadpool_limits

from geoevents.weights import work_on_one_thread


def _blas_threads() -> set[int]:
    return {
        pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"
    }


def test_matrix_library_works_on_one_thread() -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        assert _blas_threads() == {2}
        work_on_one_thread()
        assert _blas_threads() == {1}
