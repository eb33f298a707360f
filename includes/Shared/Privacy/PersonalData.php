<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Privacy;

use Counterfoil\Shared\Change\Change;

/** What a noun knows of persons. Contributed by Module::personal_data(). */
interface PersonalData
{
    /** @return list<Record> */
    public function export(Person $person): array;

    /**
     * Forgets what no law asks to keep. Part of a change, in which nouns of higher floors come first; what WordPress
     * keeps in its caches waits for its commit.
     *
     * @return list<string> what is kept, and why: sentences in the reader's language
     */
    public function erase(Person $person, Change $change): array;
}
