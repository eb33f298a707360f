<?php

/**
 * The accountant's month beside TCPDF's bare cells, in processor time: with PDFs that are kept already, as after every
 * issue, and with PDFs that have to be drawn first. The invoices have ten lines and are copies of one under numbers of
 * their own, in a month in which there is nothing else.
 *
 * Arguments: how many. Environment: WP_ROOT. Prints JSON: PDFs a second, the peak of memory with all and with half of
 * them in bytes.
 */

declare(strict_types=1);

use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\PdfKind;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Reports\Accountant\AccountantModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Documents\BareCells;

ob_start();
require getenv('WP_ROOT') . '/wp-load.php';
require dirname(__DIR__, 2) . '/tests/php/Integration/Documents/BareCells.php';
add_filter('pre_wp_mail', '__return_true');
$count = (int) $argv[1];
$plugin = Plugin::instance();
$database = $plugin->database();
$invoices = $plugin->module(InvoicesModule::class);
$documents = $plugin->module(DocumentsModule::class);
$accountant = $plugin->module(AccountantModule::class);

$portal = $plugin->module(PortalsModule::class)->portals()->default();
$client = $plugin->module(ClientsModule::class)->clients()->insert($portal->id, new ClientDetails('Harbour & Pine', 'office@harbour.example', '', new Address('27 Quayside', '', 'BS1 4DJ', 'Bristol', '', 'GB'), 'GB123456789', Currency::of('EUR')));
$draft = $plugin->module(DraftsModule::class)->create()->handle(InvoiceTerms::from_wire([
    'client_id' => $client,
    'website_id' => null,
    'currency' => 'EUR',
    'tax_mode' => 'exclusive',
    'due_date' => Calendar::add_days($invoices->today(), 14),
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
]), Actor::system());
$invoice = $plugin->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
$form = $documents->forms()->find(DocumentKind::Invoice, $invoice->id) ?? throw new RuntimeException('No form.');
$pdf = $invoices->archive()->pdf($invoice->id);
$row = $database->row("SELECT * FROM {$database->table('invoices')} WHERE id = ?", [$invoice->id]) ?? [];

/** So many copies in a month of their own. */
$fill = static function (string $month, int $count, bool $with_pdf) use ($database, $documents, $row, $form, $pdf): void {
    static $number = 5_000_000;
    $database->begin();
    for ($i = 0; $i < $count; $i++) {
        ++$number;
        $id = $database->insert('invoices', ['id' => null, 'series_number' => (int) $number, 'number' => "BENCH-{$number}", 'issue_date' => "{$month}-" . sprintf('%02d', $i % 28 + 1)] + $row);
        $documents->forms()->keep(DocumentKind::Invoice, $id, $form);
        if ($with_pdf) {
            $documents->pdfs()->keep(PdfKind::Invoice, $id, $pdf);
        }
    }
    $database->commit();
};

$processor = static function (): float {
    $used = getrusage() ?: throw new RuntimeException('This system does not tell what a process used.');

    return $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e6;
};

/** @return array{seconds: float, wall: float, memory: int, bytes: int} */
$export = static function (string $month) use ($accountant, $processor): array {
    $id = $accountant->request()->handle("{$month}-01", "{$month}-28", Actor::system())->id;
    gc_collect_cycles();
    $memory = memory_get_usage();
    memory_reset_peak_usage();
    [$begin, $wall] = [$processor(), hrtime(true)];
    while ($accountant->build()->handle($id) !== null);
    $answer = ['seconds' => $processor() - $begin, 'wall' => (hrtime(true) - $wall) / 1e9, 'memory' => memory_get_peak_usage() - $memory, 'bytes' => $accountant->exports()->get($id)->size];
    $accountant->remove()->handle($id, Actor::system());
    while ($accountant->remove()->delete($id) !== null);

    return $answer;
};

$drawn = max(1, intdiv($count, 10));
$fill('2001-01', intdiv($count, 2), true);
$fill('2001-02', $count, true);
$fill('2001-03', $drawn, false);
$cells = BareCells::of($invoices->papers()->of($invoices->invoices()->get($invoice->id, Viewer::system())));
BareCells::draw($cells);
$export('2001-01');
$half = $export('2001-01');
$all = $export('2001-02');
$first = $export('2001-03');
$begin = $processor();
for ($i = 0; $i < $drawn; $i++) {
    BareCells::draw($cells);
}
$bare = $drawn / ($processor() - $begin);

ob_end_clean();
echo wp_json_encode([
    'count' => $count,
    'bare' => $bare,
    'kept' => $count / $all['seconds'],
    'drawn' => $drawn / $first['seconds'],
    'seconds' => $all['wall'],
    'bytes' => $all['bytes'],
    'memory' => $all['memory'],
    'memory_of_half' => $half['memory'],
]);
