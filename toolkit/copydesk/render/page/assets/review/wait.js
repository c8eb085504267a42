// Waits until there is a report to show.
async function wait() {
  for (;;) {
    try {
      const state = await ask(HERE);
      showProgress(state);
      if (state.shape !== null) location.reload();
      if (state.shape !== null || !state.busy) return;
    } catch (error) {
      tell(error.message, true);
    }
    await pause(500);
  }
}

wait();
