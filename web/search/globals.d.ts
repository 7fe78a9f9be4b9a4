/** What the script that starts the search has begun to fetch for it, of the site's files. */
declare var campnotesAhead: { path: string; response: Promise<Response> } | undefined
