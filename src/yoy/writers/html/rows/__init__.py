"""What stands on the page, as frozen rows; the templates turn them into markup."""
