package dev.hearth.store;

/// What an export is written as.
public enum ExportFormat {
    JSON,
    HTML,
    TEXT
}
