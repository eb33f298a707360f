<?php

/**
 * Fills a new site with as many invoices as are asked for, by SQL: a thousand rows, the rest copies of them,
 * as many clients with one contact each, two lines each, a payment and a mail for each of the first tenth. Then one more, with 50 lines, by the product's
 * own routes, since only those make its PDF.
 *
 * Arguments: how many invoices. Environment: WP_ROOT. Prints JSON: log-ins as request headers, the last invoice's id.
 */

declare(strict_types=1);

use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\SearchWords;

ob_start();
require getenv('WP_ROOT') . '/wp-load.php';
add_filter('pre_wp_mail', '__return_true');
$count = (int) $argv[1];
$clients = $count;
// Whom invoices are for: each has twenty.
$billed = max(1, intdiv($count, 20));
// One is called otherwise: what a search for that name finds is as much in a small site as in a large one.
$name = static fn (int $id): string => ($id === 3 ? 'Żółta Łódź ' : 'Client ') . (1_000_000 + $id);
$database = Plugin::instance()->database();
$today = new DateTimeImmutable('today', new DateTimeZone('UTC'));

/** @param list<list<int|string>> $rows */
$insert = static function (string $table, string $columns, array $rows) use ($database): void {
    global $wpdb;
    foreach (array_chunk($rows, 500) as $chunk) {
        $values = implode(', ', array_map(static fn (array $row): string => "('" . implode("', '", $row) . "')", $chunk));
        if ($wpdb->query("INSERT INTO {$database->table($table)} ({$columns}) VALUES {$values}") === false) {
            throw new RuntimeException("{$table}: {$wpdb->last_error}");
        }
    }
};

$database->begin();
$role = (int) $database->value("SELECT id FROM {$database->table('roles')} ORDER BY id LIMIT 1");
$first = range(1, min(1000, $clients));
$insert('clients', 'id, portal_id, name, sort_name, email, country, currency, created_at, updated_at', array_map(
    static fn (int $id): array => [$id, 1, $name($id), SearchWords::fold($name($id)), "office@client-{$id}.example", 'DE', 'EUR', '2026-01-01 00:00:00', '2026-01-01 00:00:00'],
    $first
));
$insert('contacts', 'client_id, role_id, name, email, access, created_at', array_map(
    static fn (int $id): array => [$id, $role, "Person {$id}", "person@client-{$id}.example", $id % 3 === 0 ? 'none' : 'invited', '2026-01-01 00:00:00'],
    $first
));
// What clients are found by: ClientWords would write it a client at a time.
$words = static fn (int $id): array => SearchWords::of($name($id), "office@client-{$id}.example", "Person {$id}", "person@client-{$id}.example");
$insert('client_words', 'client_id, word', array_merge(...array_map(static fn (int $id): array => array_map(static fn (string $word): array => [$id, $word], $words($id)), $first)));
[$of_clients, $of_contacts] = [$database->table('clients'), $database->table('contacts')];
for ($copy = 1; $copy < intdiv($clients, 1000); ++$copy) {
    $id = '(id + ' . $copy * 1000 . ')';
    $database->execute("INSERT INTO {$of_clients} (id, portal_id, name, sort_name, email, country, currency, created_at, updated_at) SELECT {$id}, 1, CONCAT('Client ', {$id} + 1000000), CONCAT('client ', {$id} + 1000000), CONCAT('office@client-', {$id}, '.example'), country, currency, created_at, updated_at FROM {$of_clients} WHERE id <= 1000");
    $database->execute("INSERT INTO {$of_contacts} (client_id, role_id, name, email, access, created_at) SELECT {$id}, role_id, CONCAT('Person ', {$id}), CONCAT('person@client-', {$id}, '.example'), access, created_at FROM {$of_contacts} WHERE id <= 1000");
}
foreach ($words(777_777) as $word) {
    // The name has its number, an address the bare id.
    [$id, $sign] = str_contains($word, '1777777') ? ['(id + 1000000)', '1777777'] : ['id', '777777'];
    [$before, $after] = [...explode($sign, $word, 2), ''];
    $word = str_contains($word, $sign) ? "CONCAT('{$before}', {$id}, '{$after}')" : "'{$before}'";
    $database->execute("INSERT INTO {$database->table('client_words')} (client_id, word) SELECT id, {$word} FROM {$of_clients} WHERE id > 1000");
}

// In the proportions of an agency: most are paid, a few are late, a handful went back.
$states = ['paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'unpaid', 'part_paid', 'paid'];
$rows = [];
for ($i = 1; $i <= min(1000, $count); ++$i) {
    $status = match (true) {
        $i % 50 === 0 => 'draft',
        $i % 70 === 0 => 'void',
        default => 'issued',
    };
    $settlement = $status !== 'issued' ? 'unpaid' : ($i % 90 === 0 ? 'refunded' : $states[$i % 10]);
    $issued = $today->modify('-' . ($i % 700) . ' days')->format('Y-m-d');
    $due = $today->modify((14 - $i % 700) . ' days')->format('Y-m-d');
    $client = ($i - 1) % $billed + 1;
    $rows[] = [$client, SearchWords::fold($name($client)), 1, $status, $settlement, 'INV-' . (1_000_000 + $i), 'EUR', 'exclusive', '', $i * 100, 0, $i * 100, 0, $i * 100, '[]', $settlement === 'paid' ? $i * 100 : 0, $issued, $due, "{$issued} 08:00:00"];
}
$columns = 'client_id, client_sort, portal_id, status, settlement, number, currency, tax_mode, message, subtotal, discounted, net, tax, total, taxes, paid, issue_date, due_date, created_at';
$insert('invoices', $columns, $rows);
$database->execute("UPDATE {$database->table('invoices')} SET due = total - paid, due_on = due_date WHERE status = 'issued' AND settlement IN ('unpaid', 'part_paid')");
$columns .= ', due, due_on';
$invoices = $database->table('invoices');
// SQLite's driver writes CONCAT as ||, which binds closer than +: hence the brackets.
for ($copy = 1; $copy < intdiv($count, 1000); ++$copy) {
    $from = str_replace(['client_id', ', number,'], ["(client_id + {$copy} * 1000 - 1) % {$billed} + 1", ", CONCAT('INV-', (id + {$copy} * 1000 + 1000000)),"], $columns);
    $database->execute("INSERT INTO {$invoices} ({$columns}) SELECT {$from} FROM {$invoices} WHERE id <= 1000 ORDER BY id");
}
$database->execute("UPDATE {$invoices} SET client_sort = (SELECT sort_name FROM {$database->table('clients')} client WHERE client.id = client_id)");
$line = 'invoice_id, position, description, quantity, unit_price, tax_name, tax_rate, amount';
foreach ([0, 1] as $position) {
    $database->execute("INSERT INTO {$database->table('invoice_lines')} ({$line}) SELECT id, {$position}, 'Website care, Business', '1', 11900, 'VAT', '19', 11900 FROM {$invoices}");
}
$invoice_numbers = "UPDATE {$invoices} SET kind = 'invoice', series_period = '', series_number = id + 1000000 WHERE status <> 'draft'";
$database->execute($invoice_numbers);
$paid = range(1, max(1, intdiv($count, 10)));
$insert('payments', 'client_id, gateway, mode, state, currency, amount, received, reference, succeeded_at, received_on, idempotency_key, created_at, updated_at', array_map(
    static fn (int $id): array => [$id, 'offline', 'live', 'succeeded', 'EUR', 100 * $id, 100 * $id, sprintf('REF-%06d', $id), '2026-01-02 00:00:00', '2026-01-02', "bench-{$id}", '2026-01-02 00:00:00', '2026-01-02 00:00:00'],
    $paid
));
Plugin::instance()->module(PaymentsModule::class)->received_days()->rebuild();
$insert('outbox', 'message, reason, recipient, client_id, data, state, subject, created_at, sent_at', array_map(
    static fn (int $id): array => ['receipt', "bench:{$id}", "person@client-{$id}.example", $id, '{}', 'sent', "Receipt {$id}", '2026-01-02 00:00:00', '2026-01-02 00:01:00'],
    $paid
));
$database->commit();

// As on every site that bills: a link to each invoice.
Plugin::instance()->module(PortalsModule::class)->create_pages()->handle(1, Actor::system());

/** A log-in as a browser has it: the cookie, and the nonce that belongs to it. */
$log_in = static function (int $user): array {
    wp_set_current_user($user);
    $until = time() + DAY_IN_SECONDS;
    $cookie = wp_generate_auth_cookie($user, $until, 'logged_in', WP_Session_Tokens::get_instance($user)->create($until));
    $_COOKIE[LOGGED_IN_COOKIE] = $cookie;

    return ['Cookie' => LOGGED_IN_COOKIE . '=' . rawurlencode($cookie), 'X-WP-Nonce' => wp_create_nonce('wp_rest')];
};
$administrator = (int) get_users(['role' => 'administrator', 'fields' => 'ID', 'number' => 1])[0];
$staff = $log_in($administrator);

/** @param array<string, mixed> $body */
$ask = static function (string $method, string $path, array $body): array {
    $request = new WP_REST_Request($method, "/counterfoil/v1{$path}");
    $request->set_header('Content-Type', 'application/json');
    $request->set_body((string) wp_json_encode($body));
    $response = rest_do_request($request);
    if ($response->is_error()) {
        throw new RuntimeException("{$path}: " . wp_json_encode($response->get_data()));
    }

    return json_decode((string) wp_json_encode($response->get_data()), true);
};
$draft = [
    'client_id' => 1,
    'website_id' => null,
    'currency' => 'EUR',
    'tax_mode' => 'exclusive',
    'due_date' => $today->modify('+14 days')->format('Y-m-d'),
    'lines' => array_map(static fn (int $i): array => [
        'plan_id' => null,
        'description' => "Hours of week {$i}, as agreed, with the work on the shop and what the shop’s customers asked for",
        'quantity' => "{$i}.25",
        'unit_price' => 9500 + $i,
        'discount' => $i % 5 === 0 ? ['type' => 'percent', 'percent' => '10'] : null,
        'tax' => ['name' => 'VAT', 'rate' => $i % 2 === 0 ? '19' : '7'],
    ], range(1, 50)),
    'discount' => ['type' => 'percent', 'percent' => '5'],
    'message' => '',
];
$invoice = $ask('POST', '/invoices', $draft);
$ask('POST', "/invoices/{$invoice['id']}/send", ['version' => $invoice['version']]);

$person = wp_insert_user(['user_login' => 'person', 'user_pass' => wp_generate_password(), 'user_email' => 'person@client-1.example', 'role' => 'subscriber']);
if ($person instanceof WP_Error) {
    throw new RuntimeException($person->get_error_message());
}
$database->update('contacts', ['user_id' => $person, 'access' => 'active'], ['client_id' => 1]);
if (defined('DB_ENGINE') && DB_ENGINE === 'mysql') {
    $database->execute("ANALYZE TABLE {$invoices}, {$database->table('clients')}, {$database->table('contacts')}, {$database->table('client_words')}, {$database->table('payments')}, {$database->table('outbox')}");
}
$answer = ['staff' => $staff, 'client' => $log_in($person), 'invoice' => $invoice['id'], 'draft' => $draft];
ob_end_clean();
echo wp_json_encode($answer);
