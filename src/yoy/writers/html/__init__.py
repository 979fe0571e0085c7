"""One self-contained page: what changed between reports, for a screen and for paper."""
