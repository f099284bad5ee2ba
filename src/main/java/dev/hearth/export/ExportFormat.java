package dev.hearth.export;

/// What an export is written as.
public enum ExportFormat {
    JSON,
    HTML,
    TEXT
}
