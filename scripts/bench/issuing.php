<?php

/**
 * How fast invoices are issued beside bare transactions that only give a number without a gap, on the same
 * connection, one after the other in turn; and what an issued invoice takes on the disk, its PDF included. The
 * invoices have ten lines and a logo.
 *
 * Arguments: how many of each. Environment: WP_ROOT. Prints JSON: milliseconds (the median of each), bytes an invoice.
 */

declare(strict_types=1);

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Viewer;

ob_start();
require getenv('WP_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
add_filter('pre_wp_mail', '__return_true');
$count = (int) $argv[1];
$plugin = Plugin::instance();
$database = $plugin->database();
$invoices = $plugin->module(InvoicesModule::class);

/** A logo as agencies have them: a mark and a word, with soft edges. */
$logo = static function (): int {
    $image = imagecreatetruecolor(640, 200);
    if ($image === false) {
        throw new RuntimeException('No logo.');
    }
    imagefill($image, 0, 0, (int) imagecolorallocate($image, 255, 255, 255));
    foreach (range(0, 99) as $shade) {
        imagefilledellipse($image, 100, 100, 180 - $shade, 180 - $shade, (int) imagecolorallocate($image, max(0, $shade), max(0, 60 + $shade), 190));
    }
    imagestring($image, 5, 220, 90, 'Foundry & Sons, web works', (int) imagecolorallocate($image, 20, 20, 40));
    $path = wp_upload_dir()['path'] . '/bench-logo.png';
    imagepng($image, $path);

    return (int) wp_insert_attachment(['post_mime_type' => 'image/png', 'post_title' => 'Logo', 'post_status' => 'inherit'], $path);
};
$portal = $plugin->module(PortalsModule::class)->portals()->default();
$plugin->module(PortalsModule::class)->portals()->save_brand($portal->id, 'Foundry & Sons', '#1e4fd0', $logo());
$clients = $plugin->module(ClientsModule::class)->clients();
$client = $clients->insert($portal->id, new ClientDetails('Harbour & Pine', 'office@harbour.example', '', new Address('27 Quayside', '', 'BS1 4DJ', 'Bristol', '', 'GB'), 'GB123456789', Currency::of('EUR')));
$terms = InvoiceTerms::from_wire([
    'client_id' => $client,
    'website_id' => null,
    'currency' => 'EUR',
    'tax_mode' => 'exclusive',
    'due_date' => Calendar::add_days($plugin->module(BusinessModule::class)->calendar()->today(), 14),
    'lines' => array_map(static fn (int $i): array => [
        'plan_id' => null,
        'description' => "Hours of week {$i}, as agreed, with the work on the shop and what its customers asked for",
        'quantity' => "{$i}.25",
        'unit_price' => 9500 + $i,
        'discount' => null,
        'tax' => ['name' => 'VAT', 'rate' => $i % 2 === 0 ? '19' : '7'],
    ], range(1, 10)),
    'discount' => null,
    'message' => 'Thank you for your trust. Please pay within two weeks.',
]);

/** Data and keys of all our tables, in whole pages as they lie on the disk; 0 on SQLite, which does not tell. */
$size = static function () use ($database): int {
    if (! defined('DB_ENGINE') || DB_ENGINE !== 'mysql') {
        return 0;
    }
    foreach ($database->rows("SHOW TABLES LIKE '" . $database->table('%') . "'") as $table) {
        $database->rows('ANALYZE TABLE ' . current($table));
    }

    return (int) $database->value(
        'SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE ?',
        [$database->table('%')]
    );
};

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

$warm_up = 5;
$drafts = [];
/** @var array<string, list<int>> $times nanoseconds */
$times = ['bare' => [], 'issuing' => [], 'crediting' => []];
$credited = [];
$credit = $plugin->module(CreditNotesModule::class)->credit();
$create = $plugin->module(DraftsModule::class)->create();
$issue = $plugin->module(IssuingModule::class)->issue();
for ($i = 0; $i < $warm_up; ++$i) {
    $draft = $create->handle($terms, Actor::system());
    $invoices->archive()->pdf($issue->handle($draft->id, $draft->version, Actor::system())->id);
}
// As MariaDB is shipped: a commit is on the disk when it says so. Sites for tests do without.
$is_mysql = defined('DB_ENGINE') && DB_ENGINE === 'mysql';
if ($is_mysql) {
    $database->execute('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
}
$before = $size();
for ($i = 0; $i < $count; ++$i) {
    $drafts[] = $create->handle($terms, Actor::system());
}
foreach ($drafts as $i => $draft) {
    $each = [
        'bare' => $bare,
        'issuing' => static fn () => $issue->handle($draft->id, $draft->version, Actor::system()),
    ];
    // Each begins as often as the other.
    foreach ($i % 2 === 0 ? $each : array_reverse($each) as $name => $work) {
        $begin = hrtime(true);
        $work();
        $times[$name][] = hrtime(true) - $begin;
    }
    // A part of them is enough for a median, and leaves what an invoice takes on the disk as it is.
    if ($i % 5 === 0) {
        $credited[] = $draft->id;
    }
}
$bytes = 0;
foreach ($drafts as $draft) {
    $begin = hrtime(true);
    $bytes = max($bytes, strlen($invoices->archive()->pdf($draft->id)));
    $times['pdf'][] = hrtime(true) - $begin;
}
$bytes_each = intdiv($size() - $before, $count);
foreach ($credited as $id) {
    $version = $invoices->invoices()->get($id, Viewer::system())->version;
    $begin = hrtime(true);
    $credit->handle($id, $version, CreditExtent::rest(), 'Cancelled', Surplus::Keep, Viewer::system(), "bench-{$id}");
    $times['crediting'][] = hrtime(true) - $begin;
}
// The middle one: whatever else the machine does now and then does not count.
$median = array_map(static function (array $each): float {
    sort($each);

    return $each[intdiv(count($each), 2)] / 1e6;
}, $times);
$forms = (int) $database->value("SELECT AVG(LENGTH(content)) FROM {$database->table('document_forms')}");
$answer = [
    'bare_ms' => $median['bare'],
    'issuing_ms' => $median['issuing'],
    'ratio' => $median['bare'] / $median['issuing'],
    'pdf_ms' => $median['pdf'],
    'pdf_bytes' => $bytes,
    'form_bytes' => $forms,
    'crediting_ms' => $median['crediting'],
    'bytes' => $bytes_each,
];
if ($is_mysql) {
    $database->execute('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
}
$database->execute("DROP TABLE {$bench}");
$database->delete('number_series', ['kind' => 'bench']);
ob_end_clean();
echo wp_json_encode($answer);
