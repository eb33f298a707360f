<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Business\BankAccount;
use Counterfoil\Business\Business;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Business\BusinessRepository;
use Counterfoil\Business\LegalProfile;
use Counterfoil\Invoices\InvoicesModule;
use PHPUnit\Framework\Attributes\TestWith;

/** What businesses want to find on a bill: the client reads it on the page and in the PDF. */
final class BusinessDetailsTest extends PortalViewTestCase
{
    #[TestWith(['EUR', 'DE02 1203 0000 0000 2020 51'])]
    #[TestWith(['PLN', 'PL61 1090 1014 0000 0712 1981 2874'])]
    public function test_reference_order_supply_unit_and_account_are_in_portal_and_pdf(string $currency, string $account): void
    {
        $this->accounts(new BankAccount('DE02120300000000202051', 'BYLADEM1001', 'DKB'), new BankAccount('PL61109010140000071219812874', currency: 'PLN'));
        $line = ['plan_id' => null, 'description' => 'Design', 'quantity' => '2.5', 'unit_price' => 10_000, 'unit_code' => 'HUR', 'supply' => ['from' => '2026-10-05', 'to' => '2026-10-09'], 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']];
        $invoice = $this->issued($this->a, ['currency' => $currency, 'buyer_reference' => 'Cost centre 7', 'purchase_order' => 'PO-2026-118', 'supply' => ['from' => '2026-10-01', 'to' => '2026-10-31'], 'lines' => [$line]]);

        $page = $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id])->text();
        $file = (string) tempnam(get_temp_dir(), 'counterfoil-test');
        file_put_contents($file, $this->plugin->module(InvoicesModule::class)->archive()->pdf($invoice->id));
        $pdf = self::plain((string) shell_exec('pdftotext -layout ' . escapeshellarg($file) . ' -'));
        wp_delete_file($file);
        foreach (['Cost centre 7', 'PO-2026-118', 'October 31, 2026', 'October 9, 2026', '2.5 hrs', $account] as $words) {
            self::assertStringContainsString($words, self::plain($page), 'The page');
            self::assertStringContainsString($words, $pdf, 'The PDF');
        }
    }

    private static function plain(string $text): string
    {
        return (string) preg_replace('/[\s\x{A0}\x{202F}]+/u', ' ', $text);
    }

    private function accounts(BankAccount ...$accounts): void
    {
        $business = $this->plugin->module(BusinessModule::class)->business();
        $legal = new LegalProfile(...[...get_object_vars($business->legal), 'bank_accounts' => array_values($accounts)]);
        (new BusinessRepository($this->plugin->settings()))->save(new Business(...[...get_object_vars($business), 'legal' => $legal]));
    }
}
