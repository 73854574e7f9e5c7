import stat
from pathlib import Path

import pytest

from sinorus.errors import OutputError
from sinorus.export import write, writing


def test_folders_above_are_made_and_nothing_else_stays(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b.txt", "Рост — 5 %\n")
    assert (tmp_path / "a" / "b.txt").read_bytes().decode() == "Рост — 5 %\n"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_what_stood_there_stays_when_the_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")

    def fail() -> None:
        with writing(target) as handle:
            handle.write("new")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        fail()
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_permissions_of_the_old_file_and_the_usual_ones_of_a_new_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    old.chmod(0o640)
    write(old, "x")
    write(new, "x")
    (tmp_path / "plain").touch()
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_a_folder_or_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="a folder stands where"):
        write(tmp_path, "x")
    with pytest.raises(OutputError, match="a file stands where a folder should be"):
        write(tmp_path / "file" / "x", "x")
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "file" / "deep" / "x", "x")
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / ("x" * 300 + ".d") / "x", "x")
