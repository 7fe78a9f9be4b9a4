"""What is told of a site to those who come from elsewhere: search engines, feeds, previews of links."""
