<?php

/**
 * Boots WordPress with the packaged plugin after another copy of each library was loaded, as another plugin would
 * have done, and does with the plugin what needs them: refuse a request, add up an invoice, draw one.
 *
 * Usage: WP_ROOT=… php scripts/package/beside-others.php OTHERS CHECKOUT PLUGIN INVOICES
 *   OTHERS    "broken": classes of the same names that throw when they are used, and constants that lead nowhere;
 *             "real": the libraries themselves, used once
 *   INVOICES  a file: the samples as the checkout draws them
 */

declare(strict_types=1);

namespace Counterfoil\Package;

use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Plugin;
use Counterfoil\Shared\Money\Currency;

[, $others, $checkout, $plugin, $invoices] = $argv;

require __DIR__ . '/prefix-name.php';
require __DIR__ . '/others.php';
require __DIR__ . '/samples.php';

match ($others) {
    'broken' => load_broken_copies(array_map(strval(...), array_keys(require "{$plugin}/vendor/classes.php"))),
    'real' => load_real_copies("{$checkout}/vendor"),
    default => throw new \InvalidArgumentException($others),
};

// The plain message instead of WordPress' page for visitors.
define('WP_DISABLE_FATAL_ERROR_HANDLER', true);
register_shutdown_function(static function (): void {
    $last = error_get_last();
    if ($last !== null && in_array($last['type'], [E_ERROR, E_COMPILE_ERROR], true)) {
        fwrite(STDERR, "{$last['message']}\n");
    }
});
// WordPress reads it while it is loaded; changing something by following a link is refused.
$_SERVER['REQUEST_METHOD'] = 'POST';
try {
    (static function (string $root): void {
        require __DIR__ . '/../../tests/php/Support/wordpress.php';
    })((string) getenv('WP_ROOT'));
    $problems = [...wrong_plugin($plugin), ...wrong_answer(), ...wrong_totals(), ...wrong_drawing($checkout, $invoices)];
} catch (\Throwable $error) {
    $problems = [(string) $error];
}

if ($problems !== []) {
    fwrite(STDERR, "Beside {$others} copies of its libraries:\n" . implode("\n", $problems) . "\n");
    exit(1);
}
echo "Beside {$others} copies of its libraries it refuses, adds up and draws as it should.\n";

/** @return list<string> */
function wrong_plugin(string $plugin): array
{
    $file = (string) (new \ReflectionClass(Plugin::class))->getFileName();

    return $file === realpath("{$plugin}/includes/Plugin.php") ? [] : ["The plugin that runs is not the package's but {$file}."];
}

/** @return list<string> */
function wrong_answer(): array
{
    wp_set_current_user(1);
    $request = new \WP_REST_Request('POST', '/counterfoil/v1/clients');
    $request->set_header('content-type', 'application/json');
    $request->set_body('{"name":"","colour":"green"}');
    $answer = rest_do_request($request);
    $said = (string) wp_json_encode($answer->get_data(), JSON_UNESCAPED_SLASHES);
    $is_right = $answer->get_status() === 400 && str_contains($said, '/name') && str_contains($said, '/colour');

    return $is_right ? [] : ["A request that is wrong in its name and its colour was answered {$answer->get_status()}: {$said}"];
}

/** @return list<string> */
function wrong_totals(): array
{
    $lines = [
        new InvoiceLine(null, 'Work', '6.5', 11000, null, Tax::from_wire(['name' => 'VAT', 'rate' => '19'])),
        // 625.25, and 43.75 of tax: one is rounded down, one up.
        new InvoiceLine(null, 'Photographs', '0.25', 2501, null, Tax::from_wire(['name' => 'VAT', 'rate' => '7'])),
    ];
    $totals = InvoiceTotals::of($lines, null, TaxMode::Exclusive, Currency::of('EUR'));
    $found = [$totals->net, $totals->tax, $totals->total];

    return $found === [72125, 13629, 85754] ? [] : ['An invoice adds up to ' . implode(', ', $found) . '.'];
}

/** @return list<string> */
function wrong_drawing(string $checkout, string $invoices): array
{
    return sample_invoices($checkout) === file_get_contents($invoices) ? [] : ['Invoices are drawn with other bytes than in the checkout.'];
}
