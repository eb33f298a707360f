<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ListensToHooks;

/** Each step with a bank statement leaves its events and fires its hooks once, after the commit, however often it is asked for. */
final class BankIsToldTest extends IntegrationTestCase
{
    use ImportsStatements;
    use ListensToHooks;
    use PaysInvoices;

    public function test_a_statement_from_import_to_undo(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $invoice = $this->issued($client);
        $ask = fn (string $path) => self::assert_status(200, $this->rest('POST', "/counterfoil/v1/bank/{$path}", [], $staff));
        $this->listen();
        $this->imported($this->statement([[12300, (string) $invoice->number, 'Harbour & Pine'], [500, 'interest', 'Bank']]));
        $this->told(['bank_statement.imported'], ['bank_statement_imported']);
        $ids = array_column($this->entries(), 'id', 'text');
        $this->told([], []);

        foreach ([1, 2] as $_) {
            self::assert_status(200, $this->confirm_entry($ids[$invoice->number], $client->id, [$invoice->id => 12300]));
        }
        $this->told(['payment.recorded_offline', 'invoice.paid', 'bank_entry.matched'], ['payment_succeeded', 'invoice_paid']);
        $ask("entries/{$ids[$invoice->number]}/undo");
        $this->told(['payment.reversed', 'invoice.due_again', 'bank_entry.unmatched'], ['payment_reversed', 'invoice_due_again']);
        $ask("entries/{$ids['interest']}/ignore");
        $ask("entries/{$ids['interest']}/ignore");
        $this->told(['bank_entry.ignored'], []);
        $ask("entries/{$ids['interest']}/undo");
        $this->told(['bank_entry.reopened'], []);

        $file = "Date,Text,Amount,Currency\n2026-11-20,hello,5.00,EUR\n";
        $question = self::fits('bank.upload', $this->upload($file))['question'];
        $saved = self::fits('bank.save-mapping', $this->rest('POST', '/counterfoil/v1/bank/mappings', ['shape' => $question['shape'], 'columns' => array_column($question['columns'], 'name'), 'mapping' => $question['mapping']], $staff));
        $this->told(['bank_mapping.saved'], []);
        self::assert_status(200, $this->rest('DELETE', "/counterfoil/v1/bank/mappings/{$saved['id']}", null, $staff));
        $this->told(['bank_mapping.deleted'], []);
        $this->assert_all_was_told(['bank_statement', 'bank_entry', 'bank_mapping']);

        $say = fn (string $type, array $data = []): string => $this->plugin()->module(ActivityModule::class)->event_sentences()->say($type, $data);
        self::assertSame('Bank transfer of €123.00 from Harbour & Pine matched', $say('bank_entry.matched', ['amount' => 12300, 'currency' => 'EUR', 'name' => 'Harbour & Pine']));
        self::assertSame('Bank transfer of €123.00 from an unknown payer ignored', $say('bank_entry.ignored', ['amount' => 12300, 'currency' => 'EUR', 'name' => '']));
        self::assertSame('Bank statement november.xml imported', $say('bank_statement.imported', ['file_name' => 'november.xml']));
    }
}
