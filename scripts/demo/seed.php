<?php

/**
 * Half a year of an agency's life, made by the product's own routes and use cases on a clock that is set
 * back and moved on: numbers, timelines, mails and payments come about as they would have.
 *
 * Environment: WP_ROOT, COUNTERFOIL_STAND (folder for seed.json), COUNTERFOIL_STRIPE_URL,
 * COUNTERFOIL_STRIPE_WEBHOOK_SECRET.
 */

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Tests\Support\RememberingParser;
use WP_SQLite_DB;

ob_start();
require getenv('WP_ROOT') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/image.php';
if ($GLOBALS['wpdb'] instanceof WP_SQLite_DB) {
    // Months of history are the same statements again and again.
    require dirname(__DIR__, 2) . '/tests/php/Support/RememberingParser.php';
    RememberingParser::install($GLOBALS['wpdb']->get_driver());
}
foreach (['Stage', 'Pictures', 'Agency', 'Catalog', 'Discounts', 'Customers', 'Files', 'Debits', 'Disputes', 'Readers', 'Bills', 'Retainers', 'Ledger', 'Accountant', 'Statement', 'Transfers', 'Home'] as $part) {
    require __DIR__ . "/{$part}.php";
}

$stage = new Stage((string) getenv('COUNTERFOIL_STRIPE_URL'));
$pictures = new Pictures();
(new Agency($stage, $pictures, (string) getenv('COUNTERFOIL_STRIPE_WEBHOOK_SECRET')))->open();
$plans = (new Catalog($stage, $pictures))->fill();
(new Discounts($stage, $plans))->create();
$customers = new Customers($stage);
$customers->plan();
$bills = new Bills($stage, $plans, $customers);
$bills->plan();
(new Retainers($stage, $plans, $customers, $bills))->plan();
$stage->play();
(new Ledger($stage))->compare();
(new Accountant($stage))->export();
(new Statement($stage))->import();
(new Transfers($stage))->announce();
(new Home($stage))->build();

file_put_contents(getenv('COUNTERFOIL_STAND') . '/seed.json', wp_json_encode([
    'portal' => ['url' => $stage->portal_url()],
    'contacts' => $customers->log_ins(),
], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
ob_end_clean();
