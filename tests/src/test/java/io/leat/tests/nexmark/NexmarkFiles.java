package io.leat.tests.nexmark;
