<?php

/**
 * How many due subscriptions renew in a second beside bare transactions that only give a number without a gap, in turn, on
 * the same connection; with a gateway that takes the money at once. A renewal is its period claimed, its bill issued, and the
 * bill charged and paid; its PDF and its mails are made afterwards and timed apart.
 *
 * Arguments: how many are due; seconds that a run may take. Environment: WP_ROOT. Prints JSON.
 */

declare(strict_types=1);

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Starting\SubscriptionDetails;
use Counterfoil\Subscriptions\SubscriptionsModule;
use Counterfoil\Tests\Integration\Payments\InstantGateway;
use Counterfoil\Tests\Integration\Payments\InstantGatewayModule;

ob_start();
require getenv('WP_ROOT') . '/wp-load.php';
require dirname(__DIR__, 2) . '/tests/php/Integration/Payments/InstantGateway.php';
require dirname(__DIR__, 2) . '/tests/php/Integration/Payments/InstantGatewayModule.php';
add_filter('pre_wp_mail', '__return_true');
$count = (int) $argv[1];
$budget = (int) $argv[2];
$plugin = Plugin::instance();
$database = $plugin->database();
$gateway = InstantGatewayModule::$gateway = new InstantGateway();
add_filter('counterfoil_modules', static fn (array $modules): array => [...$modules, InstantGatewayModule::class]);
$plugin->module(PaymentsModule::class)->registry()->forget();
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
$worker = $plugin->module(SharedModule::class)->worker();
$statements = 0;
add_filter('query', static function (string $sql) use (&$statements): string {
    ++$statements;

    return $sql;
});
/** @var list<array{seconds: float, memory: int, bare: float}> $runs */
$runs = [];
$in_runs = 0;
$processor = static function (): float {
    $used = getrusage() ?: throw new RuntimeException('This system does not tell what a process used.');

    return $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e6;
};
$used = 0.0;
do {
    $before = $paid();
    [$begin, $from, $cpu] = [hrtime(true), $statements, $processor()];
    $worker->run($budget, ['subscriptions.renew', 'subscriptions.bill', 'subscriptions.charge']);
    $seconds = (hrtime(true) - $begin) / 1e9;
    $in_runs += $statements - $from;
    $used += $processor() - $cpu;
    gc_collect_cycles();
    $begin = hrtime(true);
    for ($i = 0; $i < 200; ++$i) {
        $bare();
    }
    $runs[] = ['seconds' => $seconds, 'memory' => memory_get_usage(), 'bare' => 200 / ((hrtime(true) - $begin) / 1e9)];
} while ($paid() < $count && ($paid() > $before || count($runs) < 3));
$renewed = $paid();
$seconds = array_sum(array_column($runs, 'seconds'));
$bares = array_column($runs, 'bare');
sort($bares);

// Papers and mails of some of them.
$begin = hrtime(true);
$mails = 0;
while ($mails < 500 && ($done = $worker->run(5, ['mail.send'])) > 0) {
    $mails += $done;
}
$mail_ms = (hrtime(true) - $begin) / 1e6 / max(1, $mails);
$answer = [
    'count' => $count,
    'renewed' => $renewed,
    'calls' => $gateway->calls,
    'charges' => count($gateway->charges),
    'per_second' => $renewed / $seconds,
    'bare_per_second' => $bares[intdiv(count($bares), 2)],
    'statements' => $in_runs / max(1, $renewed),
    'processor_ms' => $used * 1000 / max(1, $renewed),
    'budget' => $budget,
    'longest' => max(array_column($runs, 'seconds')),
    // The first run loads classes.
    'memory_first' => $runs[min(1, count($runs) - 1)]['memory'],
    'memory_last' => end($runs)['memory'],
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
