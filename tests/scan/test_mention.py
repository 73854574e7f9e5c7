from sinorus.languages.meaning import Anaphor, Goods, Party, Pointer
from sinorus.scan.mention import Mention, meanings_of


def test_what_mentions_mean_of_one_kind_with_their_places() -> None:
    both = (Party(("CN",)), Goods("coal"))
    mentions = [
        Mention(0, 2, (Pointer(Anaphor.THIS),), Pointer.bit, "pointer"),
        Mention(3, 5, both, Party.bit | Goods.bit, "both"),
        Mention(6, 9, (Goods("tin"),), Goods.bit, "goods"),
    ]
    assert meanings_of(mentions, Goods) == [(1, Goods("coal")), (2, Goods("tin"))]
    assert meanings_of(mentions, Party) == [(1, Party(("CN",)))]
    assert meanings_of(mentions[:1], Goods) == []
