<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\EntryState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\Killed;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Law 7: every step can be killed; whoever comes next finds all of it or nothing, and ends it. */
final class KilledBankTest extends IntegrationTestCase
{
    use ImportsStatements;
    use PaysInvoices;

    private const MOST_STEPS = 120;

    public function test_killed_while_confirming_and_undoing(): void
    {
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $client = $this->client("Client {$step}", "client{$step}@harbour.test");
            $invoice = $this->issued($client);
            $this->imported($this->statement([[15000, "{$invoice->number} of {$step}"]]));
            $id = array_column($this->entries(), 'id', 'text')["{$invoice->number} of {$step}"];
            $confirm = fn () => $this->bank()->confirm()->handle($id, $client->id, [$invoice->id => 12300], true, Viewer::system());
            $killed = Killed::at($step, $confirm);

            $payment = $confirm();
            self::assertSame([12300, 0], [$this->invoice_now($invoice)->paid, $this->invoice_now($invoice)->due()->amount], "Step {$step}");
            self::assertSame(1, $this->rows_in('outbox', "message = 'receipt' AND invoice_id = {$invoice->id}"), "Step {$step}");
            self::assertSame($payment->id, $this->bank()->entries()->get($id, Viewer::system())->payment_id, "Step {$step}");

            $undo = fn () => $this->bank()->undo()->handle($this->bank()->entries()->get($id, Viewer::system()), Viewer::system());
            $killed = Killed::at($step, $undo) || $killed;
            if ($this->bank()->entries()->get($id, Viewer::system())->state === EntryState::Matched) {
                $undo();
            }
            self::assertSame(12300, $this->invoice_now($invoice)->due()->amount, "Step {$step}");
            self::assertSame(1, $this->rows_in('payment_reversals', "client_id = {$client->id}"), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(15, $step);
        self::assertLessThan(self::MOST_STEPS, $step);
    }

    public function test_killed_while_importing(): void
    {
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $path = (string) tempnam(get_temp_dir(), 'counterfoil-test');
            file_put_contents($path, $this->statement([[100, "a{$step}"], [200, "b{$step}"]]));
            $import = fn () => $this->bank()->receive()->read($path, 'statement.xml', Actor::system());
            $killed = Killed::at($step, $import);
            $rows = $this->rows_in('bank_entries', "purpose LIKE '%{$step}'");
            self::assertContains($rows, [0, 2], "Step {$step}");
            if ($rows === 0) {
                self::assertIsInt($import());
            }
            wp_delete_file($path);
            self::assertSame(2 * $step, $this->rows_in('bank_entries'), "Step {$step}");
            self::assertSame($step, $this->rows_in('bank_imports'), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(4, $step);
        self::assertLessThan(self::MOST_STEPS, $step);
    }
}
