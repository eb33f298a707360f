<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;
use SensitiveParameter;

/**
 * Secrets of mailed links: 256 random bits that are only in the mail; the table has their SHA-256.
 * Each works once, for one contact, for a while, and until a newer one for the same purpose is made.
 */
final readonly class TokenRepository
{
    private const TABLE = 'identity_tokens';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @return string the secret: 43 characters of base64url */
    public function issue(TokenPurpose $purpose, int $contact_id, ?int $user_id = null, string $redirect_to = '', string $email = ''): string
    {
        $secret = rtrim(strtr(base64_encode(random_bytes(32)), '+/', '-_'), '=');
        $now = $this->clock->now();
        $this->database->transaction(function () use ($purpose, $contact_id, $user_id, $redirect_to, $email, $secret, $now): void {
            $this->end($purpose, $contact_id);
            $this->database->insert(self::TABLE, [
                'purpose' => $purpose->value,
                'token_hash' => hash('sha256', $secret),
                'contact_id' => $contact_id,
                'user_id' => $user_id,
                'redirect_to' => mb_substr($redirect_to, 0, 2000),
                'email' => $email,
                'created_at' => Timestamps::to_row($now),
                'expires_at' => Timestamps::to_row($this->end_of_one_made_now($purpose)),
            ]);
        });

        return $secret;
    }

    /** Looking changes nothing: mail scanners open links before people do. */
    public function find(TokenPurpose $purpose, #[SensitiveParameter] string $secret): ?Token
    {
        // Found by the hash of 256 random bits: how long the comparison takes tells nothing.
        $row = $this->database->row(
            "SELECT * FROM {$this->database->table(self::TABLE)} WHERE token_hash = ? AND purpose = ? AND ended_at IS NULL AND expires_at > ?",
            [hash('sha256', $secret), $purpose->value, Timestamps::to_row($this->clock->now())]
        );

        return $row === null ? null : $this->token($row);
    }

    /** Whose it was, also when it has ended: its holder has read the mail. Null for a secret that was never made. */
    public function contact_of(TokenPurpose $purpose, #[SensitiveParameter] string $secret): ?int
    {
        $id = $this->database->value("SELECT contact_id FROM {$this->database->table(self::TABLE)} WHERE token_hash = ? AND purpose = ?", [hash('sha256', $secret), $purpose->value]);

        return $id === null ? null : (int) $id;
    }

    /** @return bool false when it was used or ended a moment ago */
    public function redeem(Token $token): bool
    {
        return $this->database->update(self::TABLE, ['ended_at' => Timestamps::to_row($this->clock->now())], ['id' => $token->id, 'ended_at' => null]) === 1;
    }

    public function end(TokenPurpose $purpose, int $contact_id): void
    {
        $this->database->update(self::TABLE, ['ended_at' => Timestamps::to_row($this->clock->now())], ['contact_id' => $contact_id, 'purpose' => $purpose->value, 'ended_at' => null]);
    }

    /** Log-in and reset links of an account; invitations are a contact's. */
    public function end_of_user(int $user_id): void
    {
        $this->database->update(self::TABLE, ['ended_at' => Timestamps::to_row($this->clock->now())], ['user_id' => $user_id, 'ended_at' => null]);
    }

    public function delete_of_contact(int $contact_id): void
    {
        $this->database->delete(self::TABLE, ['contact_id' => $contact_id]);
    }

    /** Until when a link works that is made at this moment. */
    public function end_of_one_made_now(TokenPurpose $purpose): DateTimeImmutable
    {
        return $this->clock->now()->modify("+{$purpose->lifetime()} seconds");
    }

    /** Expired a month ago: nobody asks about them any more. Whoever opens an old invitation is led on for a year. */
    public function sweep(): void
    {
        $this->database->execute(
            "DELETE FROM {$this->database->table(self::TABLE)} WHERE expires_at < ? OR (purpose <> 'invitation' AND expires_at < ?)",
            [Timestamps::to_row($this->clock->now()->modify('-1 year')), Timestamps::to_row($this->clock->now()->modify('-30 days'))]
        );
    }

    /** @param array<string, string|null> $row */
    private function token(array $row): Token
    {
        return new Token(
            (int) $row['id'],
            TokenPurpose::from((string) $row['purpose']),
            (int) $row['contact_id'],
            $row['user_id'] === null ? null : (int) $row['user_id'],
            (string) $row['redirect_to'],
            (string) $row['email'],
            Timestamps::from_row((string) $row['created_at']),
            Timestamps::from_row((string) $row['expires_at']),
        );
    }
}
