"""The fields of economic relations."""

from enum import StrEnum

__all__ = ["Sector"]


class Sector(StrEnum):
    """What an agreement or a pledge is about: RECORDS.md, section 1."""

    TRADE = "trade"
    ENERGY = "energy"
    AGRICULTURE = "agriculture"
    INFRASTRUCTURE = "infrastructure"
    INVESTMENT = "investment"
    FINANCE = "finance"
    TECHNOLOGY = "technology"
    INDUSTRY = "industry"
    ARCTIC = "arctic"
    CUSTOMS = "customs"
    ECOMMERCE = "ecommerce"
    ENVIRONMENT = "environment"
    SECURITY = "security"
    CULTURE = "culture"
    SPACE = "space"
    DIPLOMACY = "diplomacy"
