"""Run the dashboard: ``streamlit run app.py``."""

from geoevents.dashboard.main import main

main()
