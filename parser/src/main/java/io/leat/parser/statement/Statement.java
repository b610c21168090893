package io.leat.parser.statement;

/** One statement of the language. */
public sealed interface Statement
        permits AdvanceWatermark,
                CreateFunction,
                CreateIndex,
                CreateJob,
                CreateSavepoint,
                CreateSqlFunction,
                CreateTable,
                CreateView,
                Delete,
                Describe,
                Drop,
                DropSavepoint,
                Explain,
                ExportDatabase,
                Flush,
                Insert,
                Print,
                ResetSetting,
                Select,
                SetSetting,
                Show,
                StatementSet,
                StopJob,
                Subscribe,
                Update {}
