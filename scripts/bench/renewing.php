<?php

/**
 * One process that renews what is due, as WP-Cron's does; it wakes others as that one does, and they are processes like it.
 *
 * Arguments: its number; seconds that its run may take; a folder. Environment: WP_ROOT. Leaves <number>.begun in the folder
 * for each process that it wakes, and <number>.json with what it took.
 */

declare(strict_types=1);

use Counterfoil\Plugin;
use Counterfoil\Shared\Queue\Shift;
use Counterfoil\Shared\SharedModule;

/** Seconds after which all classes are loaded. */
const LOADED = 2;

ob_start();
$gateway = require __DIR__ . '/instant.php';
[, $number, $budget, $folder] = $argv;
[$begin, $statements, $memory] = [hrtime(true), 0, 0];
add_filter('query', static function (string $sql) use (&$statements, &$memory, $begin): string {
    ++$statements;
    if ($memory === 0 && hrtime(true) - $begin > LOADED * 1e9) {
        gc_collect_cycles();
        $memory = memory_get_usage();
    }

    return $sql;
});
$shift = new Shift((int) $number, static function (array $arguments) use ($budget, $folder): void {
    $next = $arguments[Shift::ARGUMENT];
    touch("{$folder}/{$next}.begun");
    $command = array_map(escapeshellarg(...), [PHP_BINARY, __FILE__, (string) $next, $budget, $folder]);
    exec(implode(' ', $command) . ' > ' . escapeshellarg("{$folder}/{$next}.log") . ' 2>&1 &');
});
Plugin::instance()->module(SharedModule::class)->worker()->run((int) $budget, ['subscriptions.renew', 'subscriptions.bill', 'subscriptions.charge'], $shift);
$seconds = (hrtime(true) - $begin) / 1e9;
$used = getrusage() ?: throw new RuntimeException('This system does not tell what a process used.');
gc_collect_cycles();
ob_end_clean();
$answer = wp_json_encode([
    'seconds' => $seconds,
    'statements' => $statements,
    'processor' => $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e6,
    'grown' => $memory === 0 ? 0 : memory_get_usage() - $memory,
    'memory' => memory_get_usage(),
    'calls' => $gateway->calls,
    'charges' => array_keys($gateway->charges),
]);
file_put_contents("{$folder}/{$number}.part", (string) $answer);
rename("{$folder}/{$number}.part", "{$folder}/{$number}.json");
// Its mails are sent afterwards, and timed apart.
remove_all_actions('shutdown');
