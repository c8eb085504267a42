"""The review as a local web app: the report page with answers, for one machine and whoever sits at it.

`shelf` holds the articles, `worker` checks them, `book` keeps what is said of them, `reviewed` puts both together, `routes`
answers a browser, and `safety` stands before all of it. Only ``copydesk review`` imports this: it needs Starlette and Uvicorn.
"""
