"""Scripts that build the gazetteer of the world's places from GeoNames and Natural Earth."""
