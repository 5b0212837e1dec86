import "preact";
import "./welcome.css";
