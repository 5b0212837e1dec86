import "preact";
import "./popup.css";
