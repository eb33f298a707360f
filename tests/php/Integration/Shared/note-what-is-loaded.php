<?php

/** Read first by each request of LazinessTest's server: at its end, what was loaded and asked goes into the answer's place. */

declare(strict_types=1);

define('SAVEQUERIES', true);

register_shutdown_function(static function (): void {
    $queries = array_column($GLOBALS['wpdb']->queries ?? [], 0);
    file_put_contents((string) getenv('COUNTERFOIL_LOADED'), json_encode([
        'files' => get_included_files(),
        'queries' => array_values(array_filter($queries, static fn (string $sql): bool => str_contains($sql, 'counterfoil'))),
    ]));
});
