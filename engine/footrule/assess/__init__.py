"""An evaluator applied to a submission: findings, and the verdict that follows from them and nothing else."""
