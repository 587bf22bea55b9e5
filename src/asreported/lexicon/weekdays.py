"""The days of the week by their English names."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In lower case, Monday first, as `datetime.date.weekday` counts them."""

SHORT_WEEKDAYS = tuple(day[:3] for day in WEEKDAYS)

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""A pattern of the full names as they are written."""
