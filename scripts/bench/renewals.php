<?php

/**
 * How many due subscriptions renew in a second beside bare transactions that only give a number without a gap, before it and
 * after it; with a gateway that takes the money at once. A renewal is its period claimed, its bill issued, and the bill charged
 * and paid; its PDF and its mails are made afterwards and timed apart. It is done by processes as WP-Cron would have them
 * (renewing.php): the time is from the start of the first one, which has yet to load WordPress, to the end of the last one.
 *
 * Arguments: how many are due; seconds that a run may take. Environment: WP_ROOT. Prints JSON.
 */

declare(strict_types=1);

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Queue\Shift;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Starting\SubscriptionDetails;
use Counterfoil\Subscriptions\SubscriptionsModule;
use Counterfoil\Tests\Integration\Payments\InstantGateway;

ob_start();
require __DIR__ . '/instant.php';
$count = (int) $argv[1];
$budget = (int) $argv[2];
$plugin = Plugin::instance();
$database = $plugin->database();
$plugin->settings()->set('payments', ['gateway' => 'instant']);
$today = $plugin->module(BusinessModule::class)->calendar()->today();

// One as the agency starts it, tomorrow; the others are copies of it, each of a client of its own, all of them due today.
$clients = $plugin->module(ClientsModule::class);
$client_id = $clients->clients()->insert(
    $plugin->module(PortalsModule::class)->portals()->default()->id,
    new ClientDetails('Harbour & Pine', '', '', new Address('27 Quayside', '', 'BS1 4DJ', 'Bristol', '', 'GB'), 'GB123456789', Currency::of('EUR'))
);
$clients->contacts()->insert($client_id, $clients->roles()->default()->id, 'Ada Lindqvist', 'ada@harbour.example');
$plugin->module(MethodsModule::class)->keep()->handle($client_id, 'instant', 'instant-1', InstantGateway::method($client_id), null, Actor::system());
$plugin->module(SubscriptionsModule::class)->start()->handle(SubscriptionDetails::from_wire([
    'client_id' => $client_id,
    'website_id' => null,
    'currency' => 'EUR',
    'tax_mode' => 'exclusive',
    'interval' => ['unit' => 'month', 'count' => 1],
    'starts_on' => Calendar::add_days($today, 1),
    'trial_days' => 0,
    'cycles' => null,
    'first_bill' => 'start',
    'items' => [['plan_id' => null, 'description' => 'Care plan', 'quantity' => '1', 'unit_price' => 10000, 'setup_fee' => 0, 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '19']]],
]), Viewer::system());
/** @param array<string, string> $others columns that differ, as SQL with %d for the copy's number */
$copy = static function (string $table, string $which, array $others) use ($database, $count): void {
    $row = $database->row("SELECT * FROM {$database->table($table)} WHERE {$which}") ?? throw new RuntimeException("No row of {$table}.");
    unset($row['id']);
    $columns = implode(', ', array_keys($row + $others));
    $values = implode(', ', array_map(static fn (string $column): string => $others[$column] ?? $column, array_keys($row + $others)));
    $id = (int) $database->value("SELECT id FROM {$database->table($table)} WHERE {$which}");
    for ($i = 1; $i < $count; ++$i) {
        $database->execute("INSERT INTO {$database->table($table)} ({$columns}) SELECT " . str_replace('%d', (string) $i, $values) . " FROM {$database->table($table)} WHERE id = {$id}");
    }
};
$subscription_id = (int) $database->value("SELECT id FROM {$database->table('subscriptions')} WHERE client_id = ?", [$client_id]);
$of_client = "client_id = {$client_id}";
$database->begin();
$copy('clients', "id = {$client_id}", ['id' => '%d + ' . $client_id, 'name' => "'Client %d'", 'sort_name' => "'client %d'"]);
$copy('contacts', $of_client, ['client_id' => '%d + client_id', 'email' => "'ada@client-%d.example'"]);
$copy('payment_methods', $of_client, ['client_id' => '%d + client_id', 'customer' => "'customer-copy-%d'", 'gateway_method_id' => "'method-copy-%d'", 'default_for' => '%d + default_for']);
$copy('subscriptions', $of_client, ['id' => '%d + ' . $subscription_id, 'client_id' => '%d + client_id']);
$copy('subscription_items', "subscription_id = {$subscription_id}", ['subscription_id' => '%d + subscription_id']);
$database->execute("UPDATE {$database->table('subscriptions')} SET started_on = ?, anchor = ?, anchor_day = ?, next_on = ?", [$today, $today, (int) substr($today, 8), $today]);
$database->commit();

$bench = $database->table('bench_numbers');
$database->execute("CREATE TABLE IF NOT EXISTS {$bench} (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, number VARCHAR(60) NOT NULL, PRIMARY KEY (id), UNIQUE KEY number (number))");
$series = $database->table('number_series');
$database->insert('number_series', ['kind' => 'bench', 'period' => '', 'next_number' => 1]);
$bare = static function () use ($database, $series, $bench): void {
    $database->begin();
    $database->execute("UPDATE {$series} SET next_number = next_number + 1 WHERE kind = 'bench' AND period = ''");
    $number = $database->value("SELECT next_number FROM {$series} WHERE kind = 'bench' AND period = ''");
    $database->execute("INSERT INTO {$bench} (number) VALUES (?)", ["BENCH-{$number}"]);
    $database->commit();
};
// As MariaDB is shipped: a commit is on the disk when it says so. Sites for tests do without.
$is_mysql = defined('DB_ENGINE') && DB_ENGINE === 'mysql';
if ($is_mysql) {
    $database->execute('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
}
$paid = static fn (): int => (int) $database->value("SELECT COUNT(*) FROM {$database->table('renewals')} WHERE state = 'paid'");
/** @var list<float> $bares transactions a second */
$bares = [];
$measure = static function () use ($bare, &$bares): void {
    for ($round = 0; $round < 5; ++$round) {
        $begin = hrtime(true);
        for ($i = 0; $i < 200; ++$i) {
            $bare();
        }
        $bares[] = 200 / ((hrtime(true) - $begin) / 1e9);
    }
};
$folder = sys_get_temp_dir() . '/counterfoil-renewing-' . getmypid();
/** @return list<array{seconds: float, statements: int, processor: float, grown: int, memory: int, calls: int, charges: list<int>}> what the processes of a minute say */
$minute = static function () use ($budget, $folder): array {
    mkdir($folder);
    touch("{$folder}/0.begun");
    $command = array_map(escapeshellarg(...), [PHP_BINARY, __DIR__ . '/renewing.php', '0', (string) $budget, $folder]);
    passthru(implode(' ', $command), $code);
    $code === 0 || throw new RuntimeException('The first process failed.');
    $end = hrtime(true) + (Shift::LAST + 1) * ($budget + 5) * 1_000_000_000;
    while (count(glob("{$folder}/*.json") ?: []) < count(glob("{$folder}/*.begun") ?: [])) {
        hrtime(true) < $end || throw new RuntimeException("A process did not end: see {$folder}.");
        usleep(10_000);
    }
    $said = array_map(static fn (string $file): array => json_decode((string) file_get_contents($file), true, 512, JSON_THROW_ON_ERROR), glob("{$folder}/*.json") ?: []);
    array_map(unlink(...), glob("{$folder}/*") ?: []);
    rmdir($folder);

    return $said;
};
$measure();
$runs = [];
$took = 0.0;
do {
    [$before, $begin] = [$paid(), hrtime(true)];
    $runs = [...$runs, ...$minute()];
    $took += (hrtime(true) - $begin) / 1e9;
} while ($paid() < $count && $paid() > $before);
$renewed = $paid();
$measure();
sort($bares);
$charges = array_merge(...array_column($runs, 'charges'));

// Papers and mails of some of them.
$worker = $plugin->module(SharedModule::class)->worker();
$begin = hrtime(true);
$mails = 0;
while ($mails < 500 && ($done = $worker->run(5, ['mail.send'])) > 0) {
    $mails += $done;
}
$mail_ms = (hrtime(true) - $begin) / 1e6 / max(1, $mails);
$answer = [
    'count' => $count,
    'renewed' => $renewed,
    'calls' => array_sum(array_column($runs, 'calls')),
    'charges' => count(array_unique($charges)),
    'per_second' => $renewed / $took,
    'bare_per_second' => $bares[intdiv(count($bares), 2)],
    'statements' => array_sum(array_column($runs, 'statements')) / max(1, $renewed),
    'processor_ms' => array_sum(array_column($runs, 'processor')) * 1000 / max(1, $renewed),
    'budget' => $budget,
    'longest' => max(0, ...array_column($runs, 'seconds')),
    'memory' => max(0, ...array_column($runs, 'memory')),
    'grown' => max(0, ...array_column($runs, 'grown')),
    'runs' => count($runs),
    'mail_ms' => $mail_ms,
];
if ($is_mysql) {
    $database->execute('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
}
$database->execute("DROP TABLE {$bench}");
$database->delete('number_series', ['kind' => 'bench']);
ob_end_clean();
echo wp_json_encode($answer);
