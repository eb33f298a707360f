<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\BankModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\FitsContract;
use WP_REST_Response;

/** An agency that imports what its bank writes. */
trait ImportsStatements
{
    use FitsContract;

    private function bank(): BankModule
    {
        return Plugin::instance()->module(BankModule::class);
    }

    /**
     * @param non-empty-string $name
     * @param array<string, string> $headers
     */
    private function upload(string $bytes, string $name = 'statement.xml', ?int $user = null, array $headers = []): WP_REST_Response
    {
        $path = tempnam(get_temp_dir(), 'counterfoil-test');
        self::assertNotEmpty($path);
        file_put_contents($path, $bytes);
        try {
            return $this->rest('POST', '/counterfoil/v1/bank/imports', null, $user ?? $this->administrator(), $headers, files: ['file' => ['name' => $name, 'type' => 'text/plain', 'tmp_name' => $path, 'error' => UPLOAD_ERR_OK, 'size' => strlen($bytes)]]);
        } finally {
            wp_delete_file($path);
        }
    }

    private function deliver(): void
    {
        Plugin::instance()->module(SharedModule::class)->worker()->run(only: ['mail.send']);
    }

    /** @return array<string, mixed> the contract's `bankImport` */
    private function imported(string $bytes): array
    {
        $import = self::fits('bank.upload', $this->upload($bytes))['import'];
        self::assertIsArray($import);

        return $import;
    }

    /**
     * @param array<string, scalar> $query
     * @return list<array<string, mixed>> the contract's `bankEntry`, newest day first
     */
    private function entries(array $query = []): array
    {
        return self::fits('bank.entries', $this->rest('GET', '/counterfoil/v1/bank/entries?' . http_build_query(['per_page' => 100] + $query), null, $this->administrator()))['items'];
    }

    /**
     * @param list<array{0: int, 1: string, 2?: string, 3?: string, 4?: string}> $lines minor units, purpose, name, account and day of each
     */
    private function statement(array $lines, string $currency = 'EUR', string $account = 'DE89370400440532013000'): string
    {
        $entries = '';
        foreach ($lines as $line) {
            [$amount, $purpose, $name, $payer, $day] = $line + [2 => '', 3 => '', 4 => '2026-11-20'];
            $entries .= sprintf(
                '<Ntry><Amt Ccy="%s">%d.%02d</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>%s</Nm></Dbtr><DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>',
                $currency,
                intdiv(abs($amount), 100),
                abs($amount) % 100,
                $amount < 0 ? 'DBIT' : 'CRDT',
                $day,
                esc_html($name),
                $payer,
                esc_html($purpose)
            );
        }

        return "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>{$account}</IBAN></Id></Acct>{$entries}</Stmt></BkToCstmrStmt></Document>";
    }

    /**
     * @param array<int, int> $parts minor units by invoice
     * @param array<string, string> $headers
     */
    private function confirm_entry(int $entry, int $client, array $parts, string $currency = 'EUR', array $headers = []): WP_REST_Response
    {
        $body = [
            'client_id' => $client,
            'parts' => array_map(static fn (int $id, int $amount): array => ['invoice_id' => $id, 'amount' => ['amount' => $amount, 'currency' => $currency]], array_keys($parts), $parts),
            'send_receipt' => true,
        ];

        return $this->rest('POST', "/counterfoil/v1/bank/entries/{$entry}/confirm", $body, $this->administrator(), $headers);
    }
}
