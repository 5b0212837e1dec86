import "preact";
import "./options.css";
