package io.leat.parser.statement;

/** One statement of the language. */
public sealed interface Statement
        permits AdvanceWatermark,
                CreateFunction,
                CreateIndex,
                CreateJob,
                CreateSqlFunction,
                CreateTable,
                CreateView,
                Delete,
                Describe,
                Drop,
                Explain,
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
