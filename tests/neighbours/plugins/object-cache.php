<?php

/**
 * Drop-in: an object cache that outlives the request, in Redis where COUNTERFOIL_TEST_REDIS names its port, else in
 * files. As the well-known ones do it writes at once: what was cached in a transaction stays when that is rolled back.
 */

declare(strict_types=1);

final class Neighbour_Object_Cache
{
    /** @var array<string, array{mixed}> */
    private array $here = [];

    /** @var list<string> */
    private array $not_kept = [];
    private ?Redis $redis = null;
    public int $cache_hits = 0;
    public int $cache_misses = 0;

    public function __construct()
    {
        if (defined('COUNTERFOIL_TEST_REDIS')) {
            $this->redis = new Redis();
            $this->redis->connect('127.0.0.1', (int) COUNTERFOIL_TEST_REDIS);
        }
    }

    /** @param list<string> $groups */
    public function keep_not(array $groups): void
    {
        $this->not_kept = array_values(array_unique([...$this->not_kept, ...$groups]));
    }

    public function get(int|string $key, string $group, bool $anew, ?bool &$found): mixed
    {
        $name = "{$group}:{$key}";
        if (! in_array($group, $this->not_kept, true) && ($anew || ! isset($this->here[$name]))) {
            unset($this->here[$name]);
            $kept = $this->read($name);
            if ($kept !== false) {
                $this->here[$name] = unserialize($kept);
            }
        }
        $found = isset($this->here[$name]);
        if (! $found) {
            ++$this->cache_misses;

            return false;
        }
        ++$this->cache_hits;

        return is_object($this->here[$name][0]) ? clone $this->here[$name][0] : $this->here[$name][0];
    }

    public function set(int|string $key, mixed $value, string $group): bool
    {
        $this->here["{$group}:{$key}"] = [is_object($value) ? clone $value : $value];
        if (! in_array($group, $this->not_kept, true)) {
            $this->write("{$group}:{$key}", serialize([$value]));
        }

        return true;
    }

    public function delete(int|string $key, string $group): bool
    {
        $this->get($key, $group, false, $was);
        unset($this->here["{$group}:{$key}"]);
        if ($this->redis !== null) {
            $this->redis->del("{$group}:{$key}");
        } elseif (is_file(self::file("{$group}:{$key}"))) {
            unlink(self::file("{$group}:{$key}"));
        }

        return (bool) $was;
    }

    public function flush(): bool
    {
        $this->here = [];
        $this->redis?->flushAll();
        array_map(unlink(...), glob(self::folder() . '/*') ?: []);

        return true;
    }

    public function forget(): bool
    {
        $this->here = [];

        return true;
    }

    private function read(string $name): string|false
    {
        if ($this->redis !== null) {
            $kept = $this->redis->get($name);

            return is_string($kept) ? $kept : false;
        }

        return is_file(self::file($name)) ? file_get_contents(self::file($name)) : false;
    }

    private function write(string $name, string $value): void
    {
        if ($this->redis !== null) {
            $this->redis->set($name, $value);

            return;
        }
        is_dir(self::folder()) || mkdir(self::folder());
        $new = self::folder() . '/' . bin2hex(random_bytes(8));
        file_put_contents($new, $value);
        rename($new, self::file($name));
    }

    private static function file(string $name): string
    {
        return self::folder() . '/' . hash('sha256', $name);
    }

    /** Web nodes that don't share theirs name one each. */
    private static function folder(): string
    {
        return getenv('COUNTERFOIL_TEST_CACHE') ?: WP_CONTENT_DIR . '/neighbour-object-cache';
    }
}

function wp_cache_init(): void
{
    $GLOBALS['wp_object_cache'] = new Neighbour_Object_Cache();
}

function wp_cache_get(int|string $key, string $group = '', bool $force = false, ?bool &$found = null): mixed
{
    return $GLOBALS['wp_object_cache']->get($key, $group, $force, $found);
}

/** @param list<int|string> $keys */
function wp_cache_get_multiple(array $keys, string $group = '', bool $force = false): array
{
    return array_combine($keys, array_map(static fn (int|string $key): mixed => wp_cache_get($key, $group, $force), $keys));
}

function wp_cache_set(int|string $key, mixed $data, string $group = '', int $expire = 0): bool
{
    return $GLOBALS['wp_object_cache']->set($key, $data, $group);
}

function wp_cache_set_multiple(array $data, string $group = '', int $expire = 0): array
{
    return array_map(static fn (int|string $key): bool => wp_cache_set($key, $data[$key], $group), array_combine(array_keys($data), array_keys($data)));
}

function wp_cache_add(int|string $key, mixed $data, string $group = '', int $expire = 0): bool
{
    wp_cache_get($key, $group, false, $found);

    return ! $found && ! wp_suspend_cache_addition() && wp_cache_set($key, $data, $group);
}

function wp_cache_add_multiple(array $data, string $group = '', int $expire = 0): array
{
    return array_map(static fn (int|string $key): bool => wp_cache_add($key, $data[$key], $group), array_combine(array_keys($data), array_keys($data)));
}

function wp_cache_replace(int|string $key, mixed $data, string $group = '', int $expire = 0): bool
{
    wp_cache_get($key, $group, false, $found);

    return $found && wp_cache_set($key, $data, $group);
}

function wp_cache_delete(int|string $key, string $group = ''): bool
{
    return $GLOBALS['wp_object_cache']->delete($key, $group);
}

function wp_cache_delete_multiple(array $keys, string $group = ''): array
{
    return array_combine($keys, array_map(static fn (int|string $key): bool => wp_cache_delete($key, $group), $keys));
}

function wp_cache_incr(int|string $key, int $offset = 1, string $group = ''): int|false
{
    $before = wp_cache_get($key, $group, true, $found);
    if (! $found) {
        return false;
    }
    wp_cache_set($key, max(0, (int) $before + $offset), $group);

    return max(0, (int) $before + $offset);
}

function wp_cache_decr(int|string $key, int $offset = 1, string $group = ''): int|false
{
    return wp_cache_incr($key, -$offset, $group);
}

function wp_cache_flush(): bool
{
    return $GLOBALS['wp_object_cache']->flush();
}

function wp_cache_flush_runtime(): bool
{
    return $GLOBALS['wp_object_cache']->forget();
}

function wp_cache_supports(string $feature): bool
{
    return in_array($feature, ['add_multiple', 'set_multiple', 'get_multiple', 'delete_multiple', 'flush_runtime'], true);
}

function wp_cache_close(): bool
{
    return true;
}

/** @param string|list<string> $groups */
function wp_cache_add_global_groups(string|array $groups): void
{
}

/** @param string|list<string> $groups */
function wp_cache_add_non_persistent_groups(string|array $groups): void
{
    $GLOBALS['wp_object_cache']->keep_not((array) $groups);
}

function wp_cache_switch_to_blog(int $blog_id): void
{
}
