"""What a site costs by the number of its sources, on corpora made for it: `python -m benchmarks.scale [SIZE ...]`."""
