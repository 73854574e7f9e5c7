"""Text as dense with figures as a customs bulletin, some fifteen in a kilobyte, made up the same way every time."""

import random

ARTICLE = 6_000
"""Characters of an article, about as many as a seed has."""
GOODS = ("coal", "crude oil", "wheat", "copper", "timber", "fertilizer", "soybeans", "aluminium", "fish", "barley")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
FORMS = (
    "{seller}'s {good} exports to {buyer} {rose} {percent}% to {mass} million tonnes in {month}.",
    "In {year}, {buyer} bought {good} worth ${money} billion from {seller}, {more} than most traders had been counting on.",
    "Shipments of {good} came to {mass} million tonnes, and the harbours of the north handled nearly all of them.",
    "Bilateral turnover {rose} by {percent}% to ${money} billion, while forwarders on both sides waited for free wagons.",
    "The share of {good} in {seller}'s supplies was {percent}%, which the mills put down to a long frost.",
    "Dealers in {good} say that the route by rail has become the cheaper of the two since ice closed the river.",
)


def dense(characters: int) -> list[str]:
    """Make up articles of about so many characters in all, in paragraphs of three sentences."""
    chance = random.Random(20)
    articles: list[str] = []
    while characters > 0:
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < ARTICLE:
            paragraphs.append(" ".join(_sentence(chance) for _ in range(3)))
        articles.append("\n\n".join(paragraphs))
        characters -= len(articles[-1])
    return articles


def _sentence(chance: random.Random) -> str:
    seller, buyer = chance.sample(("China", "Russia"), 2)
    rose, more = chance.choice((("rose", "more"), ("fell", "less")))
    return chance.choice(FORMS).format(
        seller=seller,
        buyer=buyer,
        good=chance.choice(GOODS),
        rose=rose,
        more=more,
        percent=f"{chance.uniform(1, 60):.1f}",
        mass=f"{chance.uniform(1, 90):.2f}",
        money=f"{chance.uniform(1, 20):.2f}",
        month=chance.choice(MONTHS),
        year=chance.randint(2012, 2024),
    )
