"""Events as things to look at: the map client's payload, a folium map, one HTML page."""
