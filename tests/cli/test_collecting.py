"""Python looks for unreachable objects seldom in a build, and as before behind it."""

import gc

from campnotes.cli.collecting import seldom_collected


def test_collects_seldom_only_within_the_block() -> None:
    usual = gc.get_threshold()
    with seldom_collected():
        first, *_older = gc.get_threshold()
        assert first > usual[0]
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() == 0
