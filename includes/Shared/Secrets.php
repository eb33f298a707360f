<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use SensitiveParameter;
use SodiumException;

/**
 * Secrets at rest: XChaCha20-Poly1305 with a key that is not in the database.
 *
 * What is stored names its version and its key in front ("1.3f2a….<base64>"), and is bound to the
 * place where it lies: copied into another row it can't be read. What can't be read (the site's salts
 * were changed) is null, never an empty secret: whoever asked has it entered again.
 */
final readonly class Secrets
{
    private const VERSION = '1';
    /** As in wp-config-sample.php */
    private const SAMPLE = 'put your unique phrase here';

    private string $key;

    /** @param string $material at least 32 bytes nobody can guess */
    public function __construct(string $material)
    {
        $this->key = sodium_crypto_generichash('counterfoil:secrets:' . $material, '', SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_KEYBYTES);
    }

    /** From the constant COUNTERFOIL_KEY, else from the site's salts. */
    public static function of_site(): self
    {
        if (defined('COUNTERFOIL_KEY') && is_string(COUNTERFOIL_KEY) && strlen(COUNTERFOIL_KEY) >= 32) {
            return new self(COUNTERFOIL_KEY);
        }
        $salts = array_map(static fn (string $name): string => (string) (defined($name) ? constant($name) : self::SAMPLE), ['AUTH_KEY', 'AUTH_SALT']);

        return new self(in_array(self::SAMPLE, $salts, true) ? wp_salt('auth') : implode('', $salts));
    }

    /**
     * @param string $table where it will lie ("options")
     * @param string $row the row's key there
     * @param string $purpose what it is ("test.secret_key")
     */
    public function seal(#[SensitiveParameter] string $secret, string $table, string $row, string $purpose): string
    {
        $nonce = random_bytes(SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_NPUBBYTES);
        $sealed = sodium_crypto_aead_xchacha20poly1305_ietf_encrypt($secret, self::place($table, $row, $purpose), $nonce, $this->key);

        return implode('.', [self::VERSION, $this->key_id(), base64_encode($nonce . $sealed)]);
    }

    /** @return string|null null when it can't be read with the key of now, or was not sealed for this place */
    public function open(string $stored, string $table, string $row, string $purpose): ?string
    {
        $parts = explode('.', $stored);
        if (count($parts) !== 3 || $parts[0] !== self::VERSION || ! hash_equals($this->key_id(), $parts[1])) {
            return null;
        }
        $bytes = base64_decode($parts[2], true);
        $length = SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_NPUBBYTES;
        if ($bytes === false || strlen($bytes) <= $length) {
            return null;
        }
        try {
            $secret = sodium_crypto_aead_xchacha20poly1305_ietf_decrypt(substr($bytes, $length), self::place($table, $row, $purpose), substr($bytes, 0, $length), $this->key);
        } catch (SodiumException) {
            return null;
        }

        return $secret === false ? null : $secret;
    }

    /** @return string 32 bytes that nobody can tell who has not the key, the same for the same message */
    public function mac(string $message): string
    {
        return sodium_crypto_generichash("counterfoil:mac:{$message}", $this->key, 32);
    }

    private function key_id(): string
    {
        return substr(bin2hex(sodium_crypto_generichash('key id', $this->key)), 0, 8);
    }

    private static function place(string $table, string $row, string $purpose): string
    {
        return implode("\0", ['counterfoil', $table, $row, $purpose]);
    }
}
