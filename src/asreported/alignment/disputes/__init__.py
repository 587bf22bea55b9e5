"""Ways in which accounts differ, one a module: which slot is filled differently."""
