<?php

/**
 * Makes of a filled site (fill.php) one with as many documents, payments and subscriptions as are asked for, by SQL, of the
 * clients that it has. Of documents older than two months one in twenty of the open ones stays open.
 *
 * Arguments: how many documents, how many subscriptions. Environment: WP_ROOT. Prints JSON: what there is now.
 */

declare(strict_types=1);

use Counterfoil\Plugin;

ob_start();
require getenv('WP_ROOT') . '/wp-load.php';
[, $documents, $subscriptions] = array_map(intval(...), $argv);
$database = Plugin::instance()->database();
$table = $database->table(...);
$two_months_ago = (new DateTimeImmutable('-60 days'))->format('Y-m-d');

/**
 * Doubles the rows of a table until there are so many.
 *
 * @param array<string, string> $columns as each copy has them: {n} is how many there were before
 */
$double = static function (string $name, array $columns, int $wanted) use ($database, $table): void {
    $into = implode(', ', array_keys($columns));
    for ($there = (int) $database->value("SELECT MAX(id) FROM {$table($name)}"); $there < $wanted; $there *= 2) {
        $database->execute("INSERT INTO {$table($name)} ({$into}) SELECT " . str_replace('{n}', (string) $there, implode(', ', $columns)) . " FROM {$table($name)} WHERE id <= " . min($there, $wanted - $there) . ' ORDER BY id');
    }
};
/** @return array<string, string> as they are */
$same = static fn (string $names): array => array_combine(explode(', ', $names), explode(', ', $names));

if ($GLOBALS['wpdb'] instanceof WP_SQLite_DB) {
    // Its twenty indexes in memory, and nothing on the disk before the end: whoever loses the power begins anew.
    $pdo = $GLOBALS['wpdb']->get_driver()->get_connection()->get_pdo();
    $pdo->exec('PRAGMA cache_size = -2000000');
    $pdo->exec('PRAGMA synchronous = OFF');
}
$database->begin();
$database->execute("UPDATE {$table('invoices')} SET settlement = 'paid', paid = total, due = 0, due_on = NULL WHERE status = 'issued' AND due_on IS NOT NULL AND issue_date < ? AND id % 200 > 9", [$two_months_ago]);
$double('invoices', ['series_number' => 'series_number + {n}', 'number' => "CONCAT('INV-', (id + {n} + 1000000))"] + $same('client_id, client_sort, portal_id, status, settlement, kind, series_period, currency, tax_mode, message, subtotal, discounted, net, tax, total, taxes, paid, due, due_on, issue_date, due_date, created_at'), $documents);
$payments = ['idempotency_key' => "CONCAT('grown-', (id + {n}))"] + $same('client_id, gateway, mode, state, currency, amount, received, reference, succeeded_at, received_on, created_at, updated_at');
// Their days first, of a few: the copies have the same.
$double('payments', $payments, min($documents, 2800));
for ($day = 0; $day < 700; ++$day) {
    $date = (new DateTimeImmutable("-{$day} days"))->format('Y-m-d');
    $database->execute("UPDATE {$table('payments')} SET received_on = ?, succeeded_at = ? WHERE id % 700 = ?", [$date, "{$date} 10:00:00", $day]);
}
$double('payments', $payments, $documents);
// As the product keeps them: each day in some rows.
$database->execute("DELETE FROM {$table('received_days')}");
$database->execute("INSERT INTO {$table('received_days')} (day, currency, part, how_many, kept) SELECT received_on, currency, id % 8, COUNT(*), SUM(received - refunded - reversed) FROM {$table('payments')} WHERE state = 'succeeded' GROUP BY received_on, currency, id % 8");
$today = (new DateTimeImmutable())->format('Y-m-d');
$database->insert('subscriptions', ['client_id' => 1, 'currency' => 'EUR', 'tax_mode' => 'exclusive', 'interval_unit' => 'month', 'interval_count' => 1, 'status' => 'active', 'started_on' => $today, 'anchor' => $today, 'next_on' => (new DateTimeImmutable('+20 days'))->format('Y-m-d'), 'mrr' => 10000, 'created_at' => "{$today} 08:00:00"]);
$double('subscriptions', ['client_id' => '(client_id + {n} - 1) % 50 + 1'] + $same('currency, tax_mode, interval_unit, interval_count, status, started_on, anchor, next_on, mrr, created_at'), $subscriptions);
$database->execute("INSERT INTO {$table('mrr_clients')} (client_id, currency, amount, subscriptions) SELECT client_id, currency, SUM(mrr), COUNT(*) FROM {$table('subscriptions')} GROUP BY client_id, currency");
for ($month = 0; $month < 24; ++$month) {
    $database->insert('mrr_months', ['currency' => 'EUR', 'month' => (new DateTimeImmutable("first day of -{$month} months"))->format('Y-m'), 'kind' => 'new', 'amount' => intdiv($subscriptions * 10000, 24), 'subscriptions' => intdiv($subscriptions, 24)]);
}
$database->commit();
if (defined('DB_ENGINE') && DB_ENGINE === 'mysql') {
    $database->execute("ANALYZE TABLE {$table('invoices')}, {$table('payments')}, {$table('subscriptions')}, {$table('received_days')}");
}
$counts = [];
foreach (['invoices', 'payments', 'subscriptions', 'received_days'] as $name) {
    $counts[$name] = (int) $database->value("SELECT COUNT(*) FROM {$table($name)}");
}
$counts['open'] = (int) $database->value("SELECT COUNT(*) FROM {$table('invoices')} WHERE due_on IS NOT NULL");
ob_end_clean();
echo wp_json_encode($counts);
