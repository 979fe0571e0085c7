"""The texts of the reports: laid out beside each other, cut at edits and figures."""
