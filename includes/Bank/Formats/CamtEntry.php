<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use DOMElement;

/** An entry (Ntry) of a camt.053 statement, as far as it was read; and its transactions as lines. */
final readonly class CamtEntry
{
    /** What stands for "none" in EndToEndId. */
    private const NONE = ['NOTPROVIDED', 'NOT PROVIDED', 'NOTAVAILABLE', 'NONREF', 'NONE'];

    /** @param array<string, DOMElement> $parts children by their names */
    public function __construct(private string $account, private array $parts = [])
    {
    }

    public function with(DOMElement $part): self
    {
        return new self($this->account, [(string) $part->localName => $part] + $this->parts);
    }

    /** Not only announced: pending and information entries come again as booked ones. */
    public function is_booked(): bool
    {
        $state = $this->parts['Sts'] ?? null;
        $code = CamtNode::text($state, 'Cd');

        return in_array($code !== '' ? $code : trim($state->textContent ?? ''), ['BOOK', ''], true);
    }

    /** Whether the transactions of a batch say their own amounts, in the account's currency. */
    public function can_be_split(DOMElement $transaction): bool
    {
        return self::own_amount($transaction)?->getAttribute('Ccy') === $this->amount()?->getAttribute('Ccy');
    }

    /** @param int $number of the transaction within the entry, from 1 */
    public function part(DOMElement $transaction, int $number): Line
    {
        $amount = self::own_amount($transaction) ?? throw StatementError::amount($transaction->getLineNo(), '');
        $bank = CamtNode::text($transaction, 'Refs/AcctSvcrRef');
        $of_entry = $this->text('AcctSvcrRef');

        return $this->line($transaction, $amount, $bank !== '' ? $bank : ($of_entry === '' ? '' : "{$of_entry}#{$number}"), CamtNode::text($transaction, 'CdtDbtInd'));
    }

    public function whole(?DOMElement $transaction): Line
    {
        $amount = $this->amount() ?? throw StatementError::amount($transaction?->getLineNo() ?? $this->at(), '');
        $of_entry = $this->text('AcctSvcrRef');

        return $this->line($transaction, $amount, $of_entry !== '' ? $of_entry : CamtNode::text($transaction, 'Refs/AcctSvcrRef'), '');
    }

    private function line(?DOMElement $transaction, DOMElement $amount, string $bank_reference, string $direction): Line
    {
        $at = $amount->getLineNo();
        $currency = $amount->getAttribute('Ccy');
        $is_credit = match ($direction !== '' ? $direction : $this->text('CdtDbtInd')) {
            'CRDT' => true,
            'DBIT' => false,
            default => throw StatementError::direction($at),
        };
        $minor = Amounts::minor(trim($amount->textContent), '.', $currency, $at);
        $is_reversal = in_array($this->text('RvslInd'), ['true', '1'], true) || CamtNode::find($transaction, 'RtrInf') !== null;
        [$party, $account] = $is_credit ? ['Dbtr', 'DbtrAcct'] : ['Cdtr', 'CdtrAcct'];
        $parties = CamtNode::find($transaction, 'RltdPties');

        return new Line(
            $at,
            $this->day($at),
            $is_credit ? $minor : -$minor,
            $currency,
            CamtNode::text($parties, "{$party}/Nm", "{$party}/Pty/Nm", "Ultmt{$party}/Nm", "Ultmt{$party}/Pty/Nm"),
            CamtNode::account(CamtNode::find($parties, $account)),
            $this->purpose($transaction),
            self::reference($transaction),
            $bank_reference,
            $this->account,
            $is_reversal,
        );
    }

    private function purpose(?DOMElement $transaction): string
    {
        $about = CamtNode::find($transaction, 'RmtInf');
        $texts = array_map(static fn (DOMElement $part): string => CamtNode::tidy($part->textContent), CamtNode::children($about, 'Ustrd'));
        foreach (CamtNode::children($about, 'Strd') as $structured) {
            foreach (CamtNode::children($structured, 'RfrdDocInf') as $document) {
                $texts[] = CamtNode::text($document, 'Nb');
            }
            array_push($texts, ...array_map(static fn (DOMElement $part): string => CamtNode::tidy($part->textContent), CamtNode::children($structured, 'AddtlRmtInf')));
        }
        $text = trim(implode(' ', array_filter($texts, static fn (string $text): bool => $text !== '')));

        return $text !== '' ? $text : (CamtNode::text($transaction, 'AddtlTxInf') ?: $this->text('AddtlNtryInf'));
    }

    private static function reference(?DOMElement $transaction): string
    {
        foreach (CamtNode::children(CamtNode::find($transaction, 'RmtInf'), 'Strd') as $structured) {
            $reference = CamtNode::text($structured, 'CdtrRefInf/Ref');
            if ($reference !== '') {
                return $reference;
            }
        }
        $end_to_end = CamtNode::text($transaction, 'Refs/EndToEndId');

        return in_array(strtoupper($end_to_end), self::NONE, true) ? '' : $end_to_end;
    }

    private function day(int $at): string
    {
        foreach (['BookgDt', 'ValDt'] as $name) {
            $text = CamtNode::text($this->parts[$name] ?? null, 'Dt', 'DtTm');
            if ($text !== '') {
                return Days::read(substr($text, 0, 10), 'YYYY-MM-DD') ?? throw StatementError::day($at, $text);
            }
        }
        throw StatementError::day($at, '');
    }

    private function amount(): ?DOMElement
    {
        return $this->parts['Amt'] ?? null;
    }

    private function at(): int
    {
        return array_values($this->parts)[0]?->getLineNo() ?? 1;
    }

    private function text(string $name): string
    {
        return CamtNode::tidy($this->parts[$name]->textContent ?? '');
    }

    private static function own_amount(DOMElement $transaction): ?DOMElement
    {
        return CamtNode::find($transaction, 'Amt') ?? CamtNode::find($transaction, 'AmtDtls/TxAmt/Amt');
    }
}
