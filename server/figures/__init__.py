"""The figures of a period, counted from the tables each time they are asked for (KPI-1, KPI-2)."""
