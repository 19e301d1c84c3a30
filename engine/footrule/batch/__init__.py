"""Many documents in one run: where they come from, the processes that check them, their rows, and how a run goes on."""
