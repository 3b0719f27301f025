"""What one report becomes for a run: a small row to count with, and everything else as bytes."""

from scorer.parcels.parcel import Order, Parcel, pack, unpack

__all__ = ["Order", "Parcel", "pack", "unpack"]
