<?php

/**
 * Reads every hook of ours with its docblock out of includes/ and prints docs/hooks.md. Ends with 1 and a list when a hook
 * has no docblock with a sentence, its @param and @since.
 *
 *     php scripts/docs/hooks.php > docs/hooks.md
 *
 * A hook that is fired in several places is documented in one of them; the others say
 * "This action is documented in includes/…" (WordPress' own convention).
 */

declare(strict_types=1);

const ROOT = __DIR__ . '/../../';

/** Where a hook's name stands: a WordPress function, or Change::hook(), which puts the prefix before it and fires after the commit. */
const CALLS = ['do_action' => 'action', 'apply_filters' => 'filter', 'hook' => 'action'];

$hooks = [];
$problems = [];
$files = new RegexIterator(new RecursiveIteratorIterator(new RecursiveDirectoryIterator(ROOT . 'includes', FilesystemIterator::SKIP_DOTS)), '/\.php$/');
foreach ($files as $file) {
    $path = substr((string) $file, strlen(ROOT));
    foreach (hooks_of((string) file_get_contents((string) $file)) as [$kind, $name, $doc, $line]) {
        $is_elsewhere = preg_match('/documented in/', $doc) === 1;
        $hooks[$kind][$name]['places'][] = "{$path}";
        if (! $is_elsewhere && $doc !== '') {
            $hooks[$kind][$name]['doc'] = $doc;
        }
        if ($doc === '') {
            $problems[] = "{$path}:{$line}: {$name} has no docblock.";
        }
    }
}
foreach ($hooks as $kind => $named) {
    foreach ($named as $name => $hook) {
        $doc = $hook['doc'] ?? '';
        if ($doc === '' || ! str_contains($doc, '@since') || summary($doc) === '') {
            $problems[] = "{$name} ({$kind}): its docblock needs a sentence and @since ({$hook['places'][0]}).";
        }
    }
}
if ($problems !== []) {
    fwrite(STDERR, implode("\n", array_unique($problems)) . "\n");
    exit(1);
}
echo page($hooks);

/** @return list<array{string, string, string, int}> kind, name, docblock above the statement or "", line */
function hooks_of(string $code): array
{
    $tokens = array_values(array_filter(PhpToken::tokenize($code), static fn (PhpToken $token): bool => ! $token->is([T_WHITESPACE, T_COMMENT])));
    $found = [];
    $doc = '';
    foreach ($tokens as $index => $token) {
        if ($token->is(T_DOC_COMMENT)) {
            $doc = $token->text;
        } elseif (in_array($token->text, [';', '{', '}'], true)) {
            $doc = '';
        }
        $name = $tokens[$index + 2] ?? null;
        if (! $token->is(T_STRING) || ! isset(CALLS[$token->text]) || ($tokens[$index + 1]->text ?? '') !== '(' || $name === null || ! $name->is(T_CONSTANT_ENCAPSED_STRING)) {
            continue;
        }
        $text = trim($name->text, '\'"');
        $is_change = $token->text === 'hook' && ($tokens[$index - 1]->text ?? '') === '->';
        if ($is_change || str_starts_with($text, 'counterfoil_')) {
            $found[] = [CALLS[$token->text], $is_change ? "counterfoil_{$text}" : $text, $doc, $name->line];
        }
    }

    return $found;
}

/** @return list<string> its lines without stars */
function lines(string $doc): array
{
    return array_map(static fn (string $line): string => trim((string) preg_replace('#^\s*/?\*+/?|\*/\s*$#', '', $line)), explode("\n", $doc));
}

function summary(string $doc): string
{
    $text = [];
    foreach (lines($doc) as $line) {
        if (str_starts_with($line, '@')) {
            break;
        }
        $text[] = $line;
    }

    return trim((string) preg_replace('/\s+/', ' ', implode(' ', $text)));
}

/** @return list<string> of a tag, without its name; what goes on over several lines is one */
function tags(string $doc, string $tag): array
{
    $found = [];
    $open = false;
    foreach (lines($doc) as $line) {
        if (str_starts_with($line, '@')) {
            $open = str_starts_with($line, "@{$tag} ");
            if ($open) {
                $found[] = substr($line, strlen($tag) + 2);
            }
        } elseif ($open && $found !== [] && $line !== '') {
            $found[array_key_last($found)] .= " {$line}";
        }
    }

    return $found;
}

/** @param array<string, array<string, array{places: list<string>, doc?: string}>> $hooks */
function page(array $hooks): string
{
    $page = "# Hooks\n\nGenerated from the docblocks in `includes/` by `npm run docs`; `npm test` fails if this page is out of date.\n\n"
        . "Actions fire once, after the change is committed to the database. They pass ids. To read the objects, use `counterfoil()` (see [architecture.md](architecture.md)).\n";
    foreach (['action' => 'Actions', 'filter' => 'Filters'] as $kind => $title) {
        $page .= "\n## {$title}\n";
        $named = $hooks[$kind] ?? [];
        ksort($named);
        foreach ($named as $name => $hook) {
            $doc = $hook['doc'] ?? '';
            $page .= "\n### `{$name}`\n\n" . summary($doc) . "\n\n";
            foreach (tags($doc, 'param') as $param) {
                if (preg_match('/^(.*?)\s*(\$\w+)\s*(.*)$/', $param, $part) !== 1) {
                    continue;
                }
                $page .= "- `{$part[2]}` (`{$part[1]}`)" . ($part[3] === '' ? '' : ": {$part[3]}") . "\n";
            }
            $places = array_values(array_unique($hook['places']));
            sort($places);
            $page .= '- Since ' . implode(', ', tags($doc, 'since')) . '; in ' . implode(', ', array_map(static fn (string $place): string => "`{$place}`", $places)) . "\n";
        }
    }

    return $page;
}
