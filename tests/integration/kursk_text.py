"""The facts of the article the project began with, in our own words."""

OWN = """North Korean troops in first fight with Ukrainians, Kyiv says

Soldiers from North Korea have fought Ukrainian troops for the first time, senior \
officials in Ukraine have said. Defence Minister Rustem Umerov told the South Korean \
broadcaster KBS that a small group of North Korean soldiers was attacked. US officials \
told Reuters that North Korean troops were engaged in combat in Russia's Kursk region \
on 4 November. Seoul, however, said it does not believe that the troops engaged in \
direct combat. Ukraine says an estimated 11,000 North Korean soldiers are in the Kursk \
border region.

Moscow and Pyongyang have so far not responded to the allegations. Andriy Kovalenko, \
Ukraine's top counter-disinformation official, said in a Telegram post on Monday that \
the first North Korean units had come under fire in Kursk.

Photo: President Volodymyr Zelensky estimates that some 11,000 North Korean troops are \
in Russia's Kursk border region.
"""
