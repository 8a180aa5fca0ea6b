# ruff: noqa: PLR0915 -- a migration is a list of statements that nobody edits
"""What the warehouse and the office need."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "archived_reports",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("job_id", sa.String(length=36), nullable=False),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("archived_by", sa.String(length=36), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("archived_reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_archived_reports_job_id"), ["job_id"], unique=False)
        batch_op.create_index("ix_archived_reports_month", ["station_id", "month"], unique=False)

    op.create_table(
        "batch_holds",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("part_id", sa.String(length=36), nullable=False),
        sa.Column("batch", sa.String(length=60), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("placed_by", sa.String(length=36), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.String(length=36), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lifted_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("batch_holds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_batch_holds_part_id"), ["part_id"], unique=False)

    op.create_table(
        "box_closings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("manifest_id", sa.String(length=36), nullable=False),
        sa.Column("box_no", sa.Integer(), nullable=False),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.Column("took_in", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("missing_ids", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("stray_ids", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("closed_by", sa.String(length=36), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("box_closings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_box_closings_manifest_id"), ["manifest_id"], unique=False)

    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("caller", sa.String(length=80), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("customer_id", sa.String(length=36), nullable=True),
        sa.Column("customer_name", sa.String(length=120), nullable=True),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("logged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("logged_by", sa.String(length=36), nullable=False),
        sa.Column("disposition", sa.String(length=12), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("answers", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("job_id", sa.String(length=36), nullable=True),
        sa.Column("disposed_by", sa.String(length=36), nullable=True),
        sa.Column("disposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index("ix_contacts_arrived", ["station_id", "arrived_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_contacts_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contacts_job_id"), ["job_id"], unique=False)

    op.create_table(
        "loss_reports",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("old_part_id", sa.String(length=36), nullable=False),
        sa.Column("job_id", sa.String(length=36), nullable=True),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reported_by", sa.String(length=36), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("loss_reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loss_reports_old_part_id"), ["old_part_id"], unique=False)

    op.create_table(
        "stock_batches",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.Column("location", sa.String(length=60), nullable=False),
        sa.Column("part_id", sa.String(length=36), nullable=False),
        sa.Column("batch", sa.String(length=60), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("stock_batches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stock_batches_part_id"), ["part_id"], unique=False)

    op.create_table(
        "stock_trails",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.Column("location", sa.String(length=60), nullable=False),
        sa.Column("part_id", sa.String(length=36), nullable=False),
        sa.Column("steps", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "tag_rolls",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.Column("first_place", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("first_tag", sa.String(length=7), nullable=False),
        sa.Column("last_tag", sa.String(length=7), nullable=False),
        sa.Column("printed_by", sa.String(length=36), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("first_place"),
    )
    op.create_table(
        "unused_notices",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.Column("technician_id", sa.String(length=36), nullable=False),
        sa.Column("job_id", sa.String(length=36), nullable=True),
        sa.Column("lines", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("customers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customers_name"), ["name"], unique=False)

    with op.batch_alter_table("discrepancies", schema=None) as batch_op:
        batch_op.add_column(sa.Column("owner_id", sa.String(length=36), nullable=True))
        batch_op.add_column(
            sa.Column("passes", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True)
        )
        batch_op.create_index(
            "ix_discrepancies_open",
            ["station_id", "state"],
            unique=False,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )

    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.create_index("ix_jobs_opened", ["station_id", "opened_at"], unique=False)

    with op.batch_alter_table("old_parts", schema=None) as batch_op:
        batch_op.create_index("ix_old_parts_due", ["station_id", "due_on"], unique=False)
        batch_op.create_index(
            "ix_old_parts_out",
            ["station_id", "state"],
            unique=False,
            sqlite_where=sa.text("state IN ('handed_over', 'missing', 'packed', 'shipped', 'with_technician')"),
            postgresql_where=sa.text("state IN ('handed_over', 'missing', 'packed', 'shipped', 'with_technician')"),
        )

    with op.batch_alter_table("photos", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_photos_of_id"), ["of_id"], unique=False)

    with op.batch_alter_table("ratings", schema=None) as batch_op:
        batch_op.create_index("ix_ratings_rated", ["station_id", "rated_at"], unique=False)

    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("accepted_unsigned", sa.Text(), nullable=True))
        batch_op.create_index("ix_reports_closed", ["station_id", "closed_at"], unique=False)
        batch_op.create_index(
            "ix_reports_waiting",
            ["station_id", "state"],
            unique=False,
            sqlite_where=sa.text("state IN ('signed', 'unsigned')"),
            postgresql_where=sa.text("state IN ('signed', 'unsigned')"),
        )

    with op.batch_alter_table("requisitions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("urgency", sa.String(length=12), server_default="normal", nullable=False))

    with op.batch_alter_table("stock_counts", schema=None) as batch_op:
        batch_op.create_index("ix_stock_counts_counted", ["station_id", "counted_at"], unique=False)

    with op.batch_alter_table("stock_movements", schema=None) as batch_op:
        batch_op.add_column(sa.Column("batch", sa.String(length=60), nullable=True))

    with op.batch_alter_table("transfers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("to_technician_id", sa.String(length=36), nullable=True))
